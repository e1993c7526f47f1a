package org.bihuan.services.league.rolls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of members and how far it was taken in.
 *
 * @param name as it was sent
 * @param givenBy the member of the staff
 * @param total its lines
 * @param counts what became of those that are done
 * @param endedAt when it was through; absent while it can go on
 * @param kept true while the file itself is kept
 */
public record Roll(
    UUID id,
    String name,
    UUID givenBy,
    Instant givenAt,
    int total,
    Counts counts,
    @Nullable Instant endedAt,
    boolean kept) {

  /** Lines by what became of them. */
  public record Counts(int added, int changed, int same, int faulty) {

    /** None yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** All lines that are done. */
    public int done() {
      return added + changed + same + faulty;
    }

    Counts plus(Counts more) {
      return new Counts(
          added + more.added, changed + more.changed, same + more.same, faulty + more.faulty);
    }
  }
}
