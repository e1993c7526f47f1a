package org.bihuan.foundation.people.reveals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestingClock;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.TestingPeople;
import org.bihuan.foundation.people.reveals.Reveals.Asked;
import org.bihuan.foundation.people.reveals.Reveals.Field;
import org.bihuan.foundation.people.reveals.Reveals.Query;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class RevealsSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID CALLER = new UUID(7, 7);

  private final TestingClock clock = new TestingClock();
  private final TestingPeople house =
      new TestingPeople(DATABASE, Path.of("target/reveals.key"), clock);
  private final Reveals reveals =
      new Reveals(new RevealSql(DATABASE.jdbc(), TestingPeople.DISTRICT), house.people, clock);
  private UUID person = CALLER;

  @BeforeEach
  void begins() {
    DATABASE.owner().sql("delete from people.reveal").update();
    person =
        house.register(new ApplicantForm("张三", "13812341234", "140213198808080008", null, null));
  }

  private Asked asked(String reason) {
    return new Asked(
        person,
        "A1",
        CALLER,
        "callback-centre",
        Set.of(Field.PHONE, Field.CREDIT_CODE),
        reason,
        "10.0.0.1");
  }

  private static long rows() {
    return DATABASE.owner().sql("select count(*) from people.reveal").query(Long.class).single();
  }

  @Nested
  class Revealing {

    @Test
    void showsWhatWasAskedForAndGivenAndLogsIt() {
      var values = house.transaction.execute(status -> reveals.reveal(asked("回访核实")));
      assertThat(values).hasValueSatisfying(v -> assertThat(v).hasSize(1));
      assertThat(values.orElseThrow()).containsEntry(Field.PHONE, "13812341234");
      var line = reveals.list(new Query(CALLER, null, "A1", Query.NEWEST), 10).getFirst();
      assertThat(line.reason()).isEqualTo("回访核实");
      assertThat(line.fields()).containsExactlyInAnyOrder("phone", "credit-code");
      assertThat(line.from()).isEqualTo("10.0.0.1");
      assertThat(reveals.byUnit(person)).containsOnlyKeys("callback-centre");
    }

    @Test
    void listsByEveryFilterFromTheNewestOn() {
      house.transaction.execute(status -> reveals.reveal(asked("第一次回访")));
      clock.move(Duration.ofSeconds(1));
      house.transaction.execute(status -> reveals.reveal(asked("第二次回访")));
      var newest = reveals.list(new Query(null, null, null, Query.NEWEST), 1).getFirst();
      assertThat(newest.reason()).isEqualTo("第二次回访");
      assertThat(reveals.list(new Query(null, null, null, newest.id()), 9)).hasSize(1);
      assertThat(reveals.list(new Query(person, null, null, Query.NEWEST), 9)).isEmpty();
      assertThat(reveals.list(new Query(null, "x", null, Query.NEWEST), 9)).isEmpty();
      assertThat(reveals.list(new Query(null, null, "A2", Query.NEWEST), 9)).isEmpty();
    }

    @Test
    void logsNothingOfSomebodyWhoIsNotOnFile() {
      person = new UUID(9, 9);
      var none = house.transaction.execute(status -> reveals.reveal(asked("回访核实")));
      assertThat(none).isEmpty();
      assertThat(rows()).isZero();
    }
  }

  @Nested
  class WithoutALog {

    @BeforeEach
    void breaksTheLog() {
      DATABASE.owner().sql("revoke insert on people.reveal from bihuan_app").update();
    }

    @AfterEach
    void mendsTheLog() {
      DATABASE.owner().sql("grant insert on people.reveal to bihuan_app").update();
    }

    @Test
    void nothingIsShown() {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> house.transaction.execute(status -> reveals.reveal(asked("回访核实"))));
    }
  }

  @Nested
  class TheLog {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "update people.reveal set reason = 'x'",
          "delete from people.reveal",
          "truncate people.reveal"
        })
    void isNeverChangedByTheApplication(String statement) {
      house.transaction.execute(status -> reveals.reveal(asked("回访核实")));
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> DATABASE.jdbc().sql(statement).update());
      assertThat(rows()).isOne();
    }
  }

  @Nested
  class Erasing {

    @Test
    void leavesNothingButTheLog() {
      house.transaction.execute(status -> reveals.reveal(asked("回访核实")));
      var data = house.people.export(person).orElseThrow();
      assertThat(data.contacts()).hasSize(1);
      assertThat(data.toString()).doesNotContain("138", "张");
      assertThat(house.people.phoneMatches(person, "138 1234 1234")).isTrue();
      assertThat(house.people.phoneMatches(person, "13812341235")).isFalse();
      assertThat(house.people.phoneMatches(person, "1234")).isFalse();
      house.transaction.executeWithoutResult(
          status -> {
            assertThat(house.people.hold(person)).isTrue();
            assertThat(house.people.erase(person)).isTrue();
          });
      assertThat(house.people.find(person)).isEmpty();
      assertThat(house.people.export(person)).isEmpty();
      assertThat(house.people.phoneTailMatches(person, "1234")).isFalse();
      assertThat(house.transaction.<Boolean>execute(s -> house.people.erase(person))).isFalse();
      assertThat(rows()).isOne();
      var back = house.register(ApplicantForm.resident("张三", "13812341234"));
      assertThat(back).isNotEqualTo(person);
    }
  }
}
