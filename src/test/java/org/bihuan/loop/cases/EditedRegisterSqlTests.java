package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.TamperedRegister.rows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever column of whatever table is edited behind the application, its row is named. */
class EditedRegisterSqlTests {

  private static final TamperedRegister REGISTER = new TamperedRegister();
  private static final String VICTIM = " where case_id = @ and version = 2";

  private static String row(int version) {
    return REGISTER.number + "#" + version;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "act = 'redirect'",
        "from_state = 'accepted'",
        "to_state = 'working'",
        "at = at + interval '1 microsecond'",
        "actor = gen_random_uuid()",
        "role = 'leader'",
        "on_behalf = actor",
        "note = '另一个理由'",
        "note = null",
        "data = data || '{\"owner\": \"leader\"}'",
        "data = jsonb_set(data, '{clocks,0,dueDay}', '\"2027-01-01\"')",
        "data = data - 'clocks'",
        "data = null",
        "salt = decode(repeat('00', 16), 'hex')",
        "commitment = decode(repeat('00', 32), 'hex')",
        "digest = decode(repeat('00', 32), 'hex')",
        "lane = (lane + 1) % 8, position = position + 1000",
        "position = position + 1000"
      })
  void anEntryIsNamed(String change) {
    var found = rows(REGISTER.after("update cases.case_entry set " + change + VICTIM));
    assertThat(found).first().isEqualTo("edited " + row(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code = '22222222'",
        "procedure = 'licence'",
        "revision = 2",
        "item = 'noise'",
        "state = 'answered'",
        "owner = 'leader'",
        "title = '别的事'",
        "area = '140213002'",
        "unit = 'city-management'",
        "handler = null",
        "applicant = gen_random_uuid()",
        "channel = 'phone'",
        "parent = id",
        "level = 2",
        "facts = facts || '{\"danger\": true}'",
        "hands = '{}'",
        "moments = moments - 'receipt'",
        "digest = decode(repeat('00', 32), 'hex')",
        "opened_at = opened_at - interval '1 day'",
        "due_at = due_at + interval '1 day'",
        "lane = (lane + 1) % 8"
      })
  void aFileIsNamed(String change) {
    var found = rows(REGISTER.after("update cases.case_file set " + change + " where id = @"));
    assertThat(found).containsExactly("file-differs " + row(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "started_at = started_at - interval '1 second'",
        "amount = amount + 1",
        "unit = 'workday'",
        "promised = '1 day'",
        "extended = 7",
        "stops = '[{\"from\": \"2026-11-24T00:00:00Z\"}]'",
        "due_day = due_day + 1",
        "due_at = due_at + interval '1 second'",
        "promised_day = due_day",
        "provisional = not provisional",
        "fired_at = now()",
        "run = 2"
      })
  void aClockIsNamed(String change) {
    var found =
        rows(
            REGISTER.after(
                "update cases.case_clock set "
                    + change
                    + " where case_id = @ and clock = 'handling'"));
    assertThat(found).isNotEmpty().allMatch(("clock-differs " + row(4))::equals);
  }

  @Test
  void aClockThatIsGoneOrNewIsNamed() {
    assertThat(rows(REGISTER.after("delete from cases.case_clock where case_id = @")))
        .containsOnly("clock-differs " + row(4));
    assertThat(
            rows(
                REGISTER.after(
                    """
                    insert into cases.case_clock
                    select district, case_id, 'callback', run, status, started_at, amount, unit,
                           promised, extended, stops, due_day, due_at, promised_day, provisional,
                           fired_at, ended_at
                      from cases.case_clock where case_id = @ and clock = 'handling'
                    """)))
        .containsExactly("clock-differs " + row(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root = decode(repeat('00', 32), 'hex')",
        "at = at + interval '1 second'",
        "frontier = frontier || root",
        "signature = decode(repeat('00', 64), 'hex')",
        "key = decode('00', 'hex')",
        "size = size - 1"
      })
  void aCheckpointIsNamed(String change) {
    int lane = REGISTER.victim.lane();
    var first = "(select min(size) from cases.seal where lane = " + lane + ")";
    var found =
        rows(
            REGISTER.after(
                "update cases.seal set %s where lane = %d and size = %s"
                    .formatted(change, lane, first)));
    assertThat(found).hasSize(1).first().asString().startsWith("seal-broken lane " + lane + "#");
  }
}
