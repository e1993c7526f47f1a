package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bihuan.foundation.people.Lookups.Clue;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupsSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

  private final Lookups lookups;
  private final People people;

  LookupsSqlTests(@TempDir Path folder) {
    var house = new TestingPeople(DATABASE, folder.resolve("a.key"), CLOCK);
    lookups = house.lookups;
    people = house.people;
  }

  private UUID registered(String name, String phone) {
    return switch (people.register(new ApplicantForm(name, phone, null, null, null))) {
      case Registration.Registered(var id, _) -> id;
      case Registration.Rejected(var errors) -> throw new AssertionError(errors);
    };
  }

  @Test
  void findByNamePhoneAndTailWhatWasGivenAndNothingElse() {
    var zhang = registered("张秀英", "139 0352 1234");
    var wang = registered("王芳", "13803521234");
    registered("张秀英", "13903521234");

    assertThat(lookups.people(Clue.NAME, "张秀英", 10)).containsExactly(zhang);
    assertThat(lookups.people(Clue.PHONE, "13803521234", 10)).containsExactly(wang);
    assertThat(lookups.people(Clue.TAIL, "1234", 10)).containsExactlyInAnyOrder(zhang, wang);
    assertThat(lookups.people(Clue.TAIL, "1234", 1)).hasSize(1);
    assertThat(lookups.people(Clue.NAME, "张秀", 10)).isEmpty();
    assertThat(lookups.people(Clue.NAME, "1234", 10)).isEmpty();
  }
}
