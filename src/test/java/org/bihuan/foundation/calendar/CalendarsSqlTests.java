package org.bihuan.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.foundation.calendar.CalendarFixtures.day;
import static org.bihuan.foundation.calendar.CalendarFixtures.notice2027;
import static org.bihuan.foundation.calendar.CalendarFixtures.on;
import static org.bihuan.foundation.calendar.CalendarFixtures.shippedFile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.calendar.ImportResult.Imported;
import org.bihuan.foundation.calendar.ImportResult.Refused;
import org.bihuan.foundation.calendar.ImportResult.Unchanged;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class CalendarsSqlTests {

  private final TestDatabase database = TestDatabase.fresh();
  private final TestingClock clock = new TestingClock();
  private final List<WorkCalendar> told = new CopyOnWriteArrayList<>();
  private final Calendars calendars = process();

  /** Another process on the same database. */
  private Calendars process() {
    return new Calendars(
        new CalendarSql(database.jdbc()),
        new JdbcTransactionManager(database.dataSource()),
        clock,
        () -> List.of(told::add));
  }

  private ImportResult importing(String yaml) {
    return calendars.importYear(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private int revisions(int year) {
    return database
        .jdbc()
        .sql("select count(*) from calendar.year where year = :year")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  private static final class TestingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T02:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Nested
  class Importing {

    @Test
    void putsTheYearInForceAndTellsTheListeners() {
      var before = calendars.current().due(Limit.of("30 workday"), on("2026-12-25"), List.of());
      assertThat(importing(notice2027()))
          .isInstanceOfSatisfying(
              Imported.class, i -> assertThat(i.year().revision()).isEqualTo(1));
      var now = calendars.current();
      var after = now.due(Limit.of("30 workday"), on("2026-12-25"), List.of());
      assertThat(before.provisional()).isTrue();
      assertThat(after.provisional()).isFalse();
      assertThat(after.day()).isNotEqualTo(before.day());
      assertThat(now.isWorkday(day("2027-01-30"))).isTrue();
      assertThat(now.edition()).isEqualTo(1);
      assertThat(told).containsExactly(now);
    }

    @Test
    void changesNothingForWhatAlreadyHolds() {
      importing(notice2027());
      assertThat(importing(notice2027() + "# another comment\n")).isInstanceOf(Unchanged.class);
      assertThat(importing(shippedFile("2026.yaml"))).isInstanceOf(Unchanged.class);
      assertThat(revisions(2027)).isEqualTo(1);
      assertThat(revisions(2026)).isZero();
      assertThat(calendars.current().edition()).isEqualTo(1);
      assertThat(told).hasSize(1);
    }

    @Test
    void overridesAndKeepsEarlierRevisions() {
      importing(notice2027());
      importing(notice2027().replace("2027-02-20", "2027-02-21"));
      importing(shippedFile("2026.yaml").replace(", 2026-10-10", ""));
      assertThat(revisions(2027)).isEqualTo(2);
      assertThat(calendars.current().isWorkday(day("2027-02-20"))).isFalse();
      assertThat(calendars.current().isWorkday(day("2027-02-21"))).isTrue();
      assertThat(calendars.current().isWorkday(day("2026-10-10"))).isFalse();
      assertThat(calendars.current().years())
          .extracting(CalendarYear::revision)
          .containsExactly(0, 1, 2);
    }

    @Test
    void refusesBadFilesAndStoresNothing() {
      assertThat(importing(notice2027().replace("2027-02-20", "2027-02-11")))
          .isInstanceOfSatisfying(
              Refused.class,
              r ->
                  assertThat(r.errors())
                      .extracting(FieldError::field, FieldError::code)
                      .containsExactly(
                          org.assertj.core.groups.Tuple.tuple("makeup", "weekday"),
                          org.assertj.core.groups.Tuple.tuple("makeup", "off")));
      assertThat(importing("")).isInstanceOf(Refused.class);
      assertThat(importing("#".repeat(70_000))).isInstanceOf(Refused.class);
      var latin = new ByteArrayInputStream(new byte[] {'a', ':', ' ', (byte) 0xe9});
      assertThat(calendars.importYear(latin)).isInstanceOf(Refused.class);
      assertThat(calendars.current().edition()).isZero();
      assertThat(told).isEmpty();
    }

    @Test
    void doesNotLetAPublishedYearFallBack() {
      importing(notice2027());
      assertThat(importing(shippedFile("2027-statutory.yaml")))
          .isInstanceOfSatisfying(
              Refused.class,
              r -> assertThat(r.errors()).extracting(FieldError::field).containsExactly("status"));
    }

    @Test
    void queuesImportsOfTheSameYear() throws InterruptedException {
      var contents =
          IntStream.range(0, 8)
              .mapToObj(i -> notice2027().replace("2026-11-10", "2026-11-1" + i % 4))
              .<Callable<ImportResult>>map(yaml -> () -> importing(yaml))
              .toList();
      try (var pool = Executors.newFixedThreadPool(8)) {
        var results =
            pool.invokeAll(contents).stream().map(java.util.concurrent.Future::resultNow).toList();
        assertThat(results).hasSize(8).noneMatch(Refused.class::isInstance);
        int imported = (int) results.stream().filter(Imported.class::isInstance).count();
        assertThat(imported).isBetween(4, 8).isEqualTo(revisions(2027));
        assertThat(calendars.current().edition()).isEqualTo(imported);
        assertThat(calendars.current().years().getLast().revision()).isEqualTo(imported);
      }
    }
  }

  @Nested
  class Sharing {

    @Test
    void seesAnImportOfAnotherProcessAfterAMoment() {
      var other = process();
      var stale = other.current();
      importing(notice2027());
      assertThat(other.current()).isSameAs(stale);
      clock.now = clock.now.plusMillis(Calendars.CHECK_MILLIS);
      assertThat(other.current().provisional(day("2027-03-01"))).isFalse();
    }

    @Test
    void keepsOneCalendarWhileNothingChanges() {
      var first = calendars.current();
      clock.now = clock.now.plusSeconds(60);
      assertThat(calendars.current()).isSameAs(first);
    }

    @Test
    void survivesARestart() {
      importing(notice2027());
      assertThat(process().current().holiday(day("2027-02-12"))).isPresent();
    }
  }

  @Test
  void theTableRefusesWhatTheReaderWould() {
    var insert =
        """
        insert into calendar.year (year, revision, status, origin, source, body, imported_at)
        values (2027, 1, 'guessed', 'national', 's', 'b', now())
        """;
    assertThatThrownBy(() -> database.jdbc().sql(insert).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("year_status_check");
  }
}
