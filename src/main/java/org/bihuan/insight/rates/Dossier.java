package org.bihuan.insight.rates;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.loop.cases.register.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How far a matter has been counted.
 *
 * @param caseId the matter
 * @param where what it is sorted by; the unit is the one that has it now
 * @param openedAt when it was opened
 * @param run the order it is worked on
 * @param answeredBy the unit that answered in this turn; absent until one did
 * @param turn counts from 1; another begins when the person says it is not solved
 * @param rated the turn that was rated last; zero if none was
 */
record Dossier(
    UUID caseId,
    Where where,
    Instant openedAt,
    Run run,
    @Nullable String answeredBy,
    int turn,
    int rated) {

  /**
   * An order to a unit: from being sent there until the answer, or until it leaves the unit.
   *
   * @param number counts from 1; zero before the first
   * @param running true until it is answered or handed on
   * @param late true once its limit ran out
   * @param joined true while it is handled together with a main case
   */
  record Run(int number, boolean running, boolean late, boolean joined) {

    static final Run NONE = new Run(0, false, false, false);
  }

  /** A matter that was just opened; empty for other procedures, and for what was erased. */
  static Optional<Dossier> opened(Entry entry, String procedure) {
    var data = entry.content().data();
    if (data == null || !data.path("opened").path("procedure").asString("").equals(procedure)) {
      return Optional.empty();
    }
    var opened = data.path("opened");
    var where =
        new Where(
            opened.path("unit").asString(""),
            opened.path("item").asString(""),
            opened.path("area").asString(""),
            opened.path("channel").asString(""),
            data.path("facts").path("kind").asString(""));
    return Optional.of(new Dossier(entry.caseId(), where, entry.at(), Run.NONE, null, 1, 0));
  }
}
