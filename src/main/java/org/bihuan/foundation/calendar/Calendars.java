package org.bihuan.foundation.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bihuan.foundation.calendar.ImportResult.Imported;
import org.bihuan.foundation.calendar.ImportResult.Refused;
import org.bihuan.foundation.calendar.ImportResult.Unchanged;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendar in force: shipped years, overridden by imported ones. Several processes may share
 * the database; each sees another's import within {@value #CHECK_MILLIS} ms.
 */
@Component
public class Calendars {

  static final long CHECK_MILLIS = 2_000;
  private static final int MOST_BYTES = 65_536;

  private final CalendarSql sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Supplier<List<CalendarListener>> listeners;
  private final ReentrantLock refreshing = new ReentrantLock();
  private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

  /** Listeners are looked up late, for they commonly use the calendar themselves. */
  @Autowired
  Calendars(
      CalendarSql sql,
      PlatformTransactionManager transactions,
      Clock clock,
      ObjectProvider<CalendarListener> listeners) {
    this(sql, transactions, clock, () -> listeners.orderedStream().toList());
  }

  Calendars(
      CalendarSql sql,
      PlatformTransactionManager transactions,
      Clock clock,
      Supplier<List<CalendarListener>> listeners) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    this.listeners = listeners;
  }

  private record Snapshot(WorkCalendar calendar, long checkedAt) {}

  /** The calendar in force; a field read, but for one look at the edition every two seconds. */
  public WorkCalendar current() {
    var held = snapshot.get();
    if (held == null) {
      return refresh();
    }
    if (Math.abs(clock.millis() - held.checkedAt) >= CHECK_MILLIS && refreshing.tryLock()) {
      try {
        return refresh();
      } finally {
        refreshing.unlock();
      }
    }
    return held.calendar;
  }

  /**
   * Takes in the file of a year: checked, stored as the next revision, in force at once. The import
   * is one transaction of its own; listeners are told after its commit. A file that states what
   * already holds changes nothing. A published year cannot fall back to statutory days only.
   */
  public ImportResult importYear(InputStream yaml) {
    var body = text(yaml);
    if (body.isEmpty()) {
      return refused(
          "file", "encoding", "应为 UTF-8 文本且不超过 64 KB", "must be UTF-8 text of at most 64 KB");
    }
    var reading = YearReader.read(body.get());
    var year = reading.year();
    if (year == null) {
      return new Refused(reading.errors());
    }
    var result = transaction.execute(_ -> store(year, body.get()));
    if (result instanceof Imported) {
      announce();
    }
    return result;
  }

  private void announce() {
    var now = refresh();
    listeners.get().forEach(listener -> listener.calendarChanged(now));
  }

  private ImportResult store(WorkYear year, String body) {
    sql.lock();
    var stored = sql.holding(year.year());
    var standing = stored.map(Calendars::parsed).or(() -> shipped(year.year()));
    int revision = stored.map(CalendarSql.Stored::revision).orElse(0);
    if (standing.filter(year.revised(revision)::equals).isPresent()) {
      return new Unchanged(standing.get().about());
    }
    if (!year.about().published() && standing.filter(s -> s.about().published()).isPresent()) {
      return refused(
          "status", "published", "该年安排已公布,不能退回为仅法定日", "the year is published and cannot fall back");
    }
    var next = year.revised(revision + 1);
    sql.append(next.about(), body, clock.instant());
    return new Imported(next.about());
  }

  /** Reads the edition before the years: a calendar may know more than its edition, never less. */
  private WorkCalendar refresh() {
    var held = snapshot.get();
    long now = clock.millis();
    long edition = sql.edition();
    var calendar =
        held != null && held.calendar.edition() == edition ? held.calendar : assembled(edition);
    var newest = snapshot.accumulateAndGet(new Snapshot(calendar, now), Calendars::newer);
    return Objects.requireNonNull(newest).calendar;
  }

  private static @Nullable Snapshot newer(@Nullable Snapshot held, @Nullable Snapshot read) {
    return held != null && read != null && held.calendar.edition() > read.calendar.edition()
        ? held
        : read;
  }

  private WorkCalendar assembled(long edition) {
    var years = new TreeMap<Integer, WorkYear>();
    Shipped.YEARS.forEach(year -> years.put(year.year(), year));
    sql.holding().stream().map(Calendars::parsed).forEach(year -> years.put(year.year(), year));
    return new WorkCalendar(years.values(), Shipped.OFFICE_HOURS, edition);
  }

  private static WorkYear parsed(CalendarSql.Stored stored) {
    return Shipped.year("imported revision " + stored.revision(), stored.body())
        .revised(stored.revision());
  }

  private static Optional<WorkYear> shipped(int year) {
    return Shipped.YEARS.stream().filter(y -> y.year() == year).findFirst();
  }

  private static Optional<String> text(InputStream in) {
    try {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES || bytes.length == 0
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Refused refused(String field, String code, String zh, String en) {
    return new Refused(List.of(CheckedNode.error(field, code, zh, en)));
  }
}
