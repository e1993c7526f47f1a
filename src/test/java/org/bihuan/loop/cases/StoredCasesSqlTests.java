package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.loop.cases.CaseFixtures.act;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.util.List;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.RegisterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What is stored is stored whole, and stays. */
class StoredCasesSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();

  private static List<String> outcomes(Act... acts) {
    return HOUSE.cases.perform(List.of(acts)).stream().map(CaseFixtures::outcome).toList();
  }

  private static List<String> history(CaseId id) {
    return HOUSE.cases.entries(id).stream().map(RegisterRow::entry).map(e -> e.act()).toList();
  }

  private static Act accept(CaseId id) {
    return act(id, "accept", staff(Role.DISPATCHER), "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_entry", "seal"})
  void canAddToTheRegisterAndNothingElse(String table) {
    HOUSE.open("appeal");
    var jdbc = HOUSE.database.jdbc();
    for (var change :
        List.of("update cases.@ set lane = lane", "delete from cases.@", "truncate cases.@")) {
      assertThatThrownBy(() -> jdbc.sql(change.replace("@", table)).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_file", "case_clock", "lane", "case_entry"})
  void leavesNothingIfARowIsNotAsItWasRead(String table) {
    var one = HOUSE.open("appeal");
    var two = HOUSE.open("appeal");
    var before = rows();
    swallowing(
        table,
        () ->
            assertThatThrownBy(() -> outcomes(accept(one), accept(two)))
                .isInstanceOf(CaseSql.LostRace.class));
    assertThat(rows()).isEqualTo(before);
    assertThat(history(one)).containsExactly("open");
    assertThat(outcomes(accept(one), accept(two))).containsOnly("accepted");
  }

  private List<Object> rows() {
    var jdbc = HOUSE.database.jdbc();
    return List.of(
        jdbc.sql("select count(*) from cases.case_entry").query(Long.class).single(),
        jdbc.sql("select count(*) from cases.case_clock").query(Long.class).single(),
        jdbc.sql("select * from cases.lane order by lane").query().listOfRows());
  }

  /** Somebody behind the application makes one row of a table impossible to write. */
  private void swallowing(String table, Runnable work) {
    var owner = HOUSE.database.owner();
    owner
        .sql(
            """
            create function cases.swallow() returns trigger language plpgsql
            as 'begin return null; end'
            """)
        .update();
    owner
        .sql(
            "create trigger swallow before insert or update on cases.%s for each row execute"
                    .formatted(table)
                + " function cases.swallow()")
        .update();
    try {
      work.run();
    } finally {
      owner.sql("drop function cases.swallow() cascade").update();
    }
  }

  @Test
  void refusesAStaleWriteEvenWithoutTheLock() {
    var id = HOUSE.open("appeal");
    var locked = HOUSE.sql.lock(List.of(id.lane()), List.of(id.value()));
    var desk = new Desk(HOUSE.sql.district(), locked);
    var file = desk.file(id).orElseThrow();
    var procedure = CaseFixtures.PROCEDURES.latest("appeal");
    var now =
        new CaseRules.Situation(
            CaseFixtures.MONDAY,
            HOUSE.calendars.current(),
            CaseFixtures.CONDITIONS,
            CaseFixtures.FORMS,
            _ -> true,
            String::equals,
            false,
            _ -> false);
    var moved = (Outcome.Moved) CaseRules.decide(procedure, file, accept(id), now);
    desk.write(moved, CaseFixtures.MONDAY);
    assertThat(outcomes(accept(id))).containsExactly("accepted");
    assertThatThrownBy(() -> HOUSE.transaction.executeWithoutResult(_ -> store(desk)))
        .isInstanceOf(RuntimeException.class);
    assertThat(history(id)).containsExactly("open", "accept");
  }

  private void store(Desk desk) {
    HOUSE.sql.store(desk.round());
  }
}
