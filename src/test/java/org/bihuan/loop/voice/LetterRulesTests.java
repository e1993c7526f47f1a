package org.bihuan.loop.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.procedures.Procedures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries of the register people are told of, and as what. */
class LetterRulesTests {

  private final Procedures procedures = Procedures.shipped();

  @ParameterizedTest
  @CsvSource({
    "appeal, open, >received, applicant, received",
    "appeal, open, >received, clerk, received",
    "appeal, accept, received>accepted, dispatcher, none",
    "appeal, dispatch, accepted>working, dispatcher, none",
    "appeal, extend, working>working, approver, extended",
    "appeal, handling-overdue, working>supervised, system, overdue",
    "appeal, answer, working>answered, handler, answered",
    "appeal, redirect, received>redirected, dispatcher, decided",
    "appeal, uphold-objection, redirect-review>accepted, leader, went-on",
    "appeal, call-unreached, callback>callback, caller, went-on",
    "appeal, part, joined>accepted, system, went-on",
    "appeal, extend-along, joined>joined, approver, extended",
    "appeal, confirm, answered>closed, applicant, none",
    "appeal, withdraw, working>withdrawn, applicant, none",
    "licence, ask-correction, received>correcting, handler, wanted",
    "licence, grant, review>decided, handler, decided",
    "licence, overdue, review>supervised, system, overdue",
    "licence, lapse, correcting>lapsed, system, decided",
    "licence, made-up, review>review, handler, none",
  })
  void say(String procedure, String act, String move, String role, String kind) {
    var entry =
        new Entry(
            UUID.randomUUID(),
            2,
            act,
            move.replaceFirst(">.*", ""),
            move.replaceFirst(".*>", ""),
            Instant.EPOCH,
            UUID.randomUUID(),
            Role.of(role),
            null,
            new Entry.Content(null, null),
            new Entry.Place(0, 1));
    assertThat(LetterFollower.kind(procedures.latest(procedure), entry).orElse("none"))
        .isEqualTo(kind);
  }
}
