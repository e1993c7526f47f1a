package org.bihuan.loop.cases.timers;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.loop.cases.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A clock that ran out and whose act could not be done.
 *
 * @param caseId the matter
 * @param number its number
 * @param clock which of its clocks
 * @param run which run of it
 * @param tries how often it was tried
 * @param reason why the last try failed, in the words of the program
 * @param since when the first try failed
 * @param nextAt when it is tried again; absent if it waits for a person
 */
public record StuckAlarm(
    UUID caseId,
    CaseNumber number,
    String clock,
    int run,
    int tries,
    String reason,
    Instant since,
    @Nullable Instant nextAt) {

  /** True if it waits for a person. */
  public boolean parked() {
    return nextAt == null;
  }
}
