package org.bihuan.loop.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people said of how their matter was handled; silence is kept and is never praise. */
class RatingsSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final UUID matter = UUID.randomUUID();
  private final RatingFollower follower =
      new RatingFollower(new VoiceSql(DATABASE.jdbc(), new District(140213)), Procedures.shipped());

  private Entry entry(String act, Role role, @Nullable Integer grade) {
    var data = JsonNodeFactory.instance.objectNode();
    if (grade != null) {
      data.putObject("facts").put("rating", grade);
    }
    return new Entry(
        matter,
        9,
        act,
        "answered",
        "closed",
        Instant.parse("2026-11-23T02:00:00Z"),
        UUID.randomUUID(),
        role,
        null,
        new Entry.Content(null, data),
        new Entry.Place(0, 1));
  }

  private List<@Nullable String> kept() {
    return DATABASE
        .jdbc()
        .sql(
            """
            select role || ' ' || coalesce(grade::text, 'not rated') from voice.rating
             where case_id = ?
            """)
        .param(matter)
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @CsvSource({"confirm, applicant, 1", "rate, applicant, 5", "call-back, caller, 3"})
  void areKeptAsGiven(String act, String role, int grade) {
    follower.follow(List.of(entry(act, Role.of(role), grade)));
    assertThat(kept()).containsExactly(role + " " + grade);
  }

  @ParameterizedTest
  @CsvSource({"confirm, applicant", "call-back, caller", "rating-lapses, system"})
  void areNotRatedWhenNothingWasSaid(String act, String role) {
    follower.follow(List.of(entry(act, Role.of(role), null)));
    assertThat(kept()).containsExactly(role + " not rated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "stay-silent", "close-unreached", "reopen", "withdraw"})
  void areNotMadeUpWhereNobodyWasAsked(String act) {
    follower.follow(List.of(entry(act, Role.APPLICANT, 1)));
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void areOneToFive(int grade) {
    assertThatThrownBy(() -> follower.follow(List.of(entry("rate", Role.APPLICANT, grade))))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void areKeptOnce() {
    var rated = entry("rate", Role.APPLICANT, 2);
    follower.follow(List.of(rated));
    assertThatThrownBy(() -> follower.follow(List.of(rated)))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(kept()).containsExactly("applicant 2");
  }
}
