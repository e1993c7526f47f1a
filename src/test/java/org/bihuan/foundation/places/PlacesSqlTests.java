package org.bihuan.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PlacesSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String SMALL =
      """
      version: %d
      sections:
        - kind: district
          origin: national
          source: test
          areas:
            - {code: "140213", zh: 平城区, en: Pingcheng District}
        - kind: street
          origin: national
          source: test
          areas:
            - {code: "140213051", zh: %s, en: Gucheng Street, parent: "140213"}
      """;

  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));

  private static Places places() {
    var clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    return new Places(new PlaceSql(DATABASE.jdbc()), clock, new District(140213));
  }

  @BeforeEach
  void empties() {
    DATABASE.jdbc().sql("delete from places.area").update();
    DATABASE.jdbc().sql("delete from places.edition").update();
  }

  private static long rows(String table) {
    return DATABASE.jdbc().sql("select count(*) from places." + table).query(Long.class).single();
  }

  @Nested
  class Loading {

    @Test
    void bringsTheWholeDistrict() {
      var places = places();
      places.load();
      assertThat(places.streets()).hasSize(18);
      assertThat(places.streets())
          .extracting(Area::code)
          .startsWith("140213050")
          .endsWith("140213067");
      assertThat(places.find("140213051"))
          .contains(
              new Area(
                  "140213051", Area.Kind.STREET, new Text("古城街道", "Gucheng Street"), "140213"));
      assertThat(places.under("140213055"))
          .extracting(a -> a.name().zh())
          .containsExactly("学府社区", "惠达社区", "大齿社区", "互助里社区");
      assertThat(places.under("140213054901")).hasSize(2);
      assertThat(places.path("140213054901002"))
          .extracting(a -> a.name().zh())
          .containsExactly("平城区", "振华街道", "振华南院社区", "振华南院社区天悦华城网格");
      assertThat(places.grid("140213054901002").orElseThrow().phone()).startsWith("0352-");
    }

    @Test
    void changesNothingTheSecondTime() {
      places().load();
      long areas = rows("area");
      places().load();
      assertThat(rows("area")).isEqualTo(areas);
      assertThat(rows("edition")).isOne();
    }

    @Test
    void isDoneOnceByManyAtOnce() throws Exception {
      try (var threads = Executors.newFixedThreadPool(4)) {
        Callable<Object> load =
            () -> {
              transaction.executeWithoutResult(status -> places().load());
              return "loaded";
            };
        var loads = threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> load).toList());
        for (var done : loads) {
          assertThat(done.get()).isEqualTo("loaded");
        }
      }
      assertThat(rows("edition")).isOne();
    }

    @Test
    void takesANewEditionAndRetiresWhatItDropped() {
      var places = places();
      places.load();
      places.load(new DataFile(SMALL.formatted(1000, "新名街道")));
      assertThat(places.streets()).extracting(a -> a.name().zh()).containsExactly("新名街道");
      assertThat(places.find("140213050")).isPresent();
    }

    @Test
    void refusesAChangeWithoutANewVersion() {
      var places = places();
      places.load(new DataFile(SMALL.formatted(1, "古城街道")));
      var changed = new DataFile(SMALL.formatted(1, "新名街道"));
      assertThatIllegalStateException()
          .isThrownBy(() -> places.load(changed))
          .withMessageContaining("version is still 1");
    }

    @Test
    void leavesANewerEditionAlone() {
      var places = places();
      places.load(new DataFile(SMALL.formatted(2, "新名街道")));
      places.load(new DataFile(SMALL.formatted(1, "古城街道")));
      assertThat(places.find("140213051").orElseThrow().name().zh()).isEqualTo("新名街道");
    }

    @Test
    void refusesACodeThatDoesNotFitItsKind() {
      var wrong = new DataFile(SMALL.formatted(1, "古城街道").replace("140213051", "14021305"));
      assertThatExceptionOfType(DataIntegrityViolationException.class)
          .isThrownBy(() -> places().load(wrong));
    }
  }

  @Nested
  class Finding {

    @Test
    void isEmptyForAnUnknownCode() {
      var places = places();
      places.load();
      assertThat(places.find("999999")).isEmpty();
      assertThat(places.under("999999")).isEqualTo(List.of());
      assertThat(places.path("999999")).isEmpty();
      assertThat(places.grid("140213051")).isEmpty();
    }
  }
}
