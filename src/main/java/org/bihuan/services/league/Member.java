package org.bihuan.services.league;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A graduate of the League and where they belong. Name and phone lie with the person.
 *
 * @param number the League's own number of the member, once in a district
 * @param home the class branch they graduate from
 * @param cohort year of graduation
 * @param answers what they said of what comes next, and places: {@code residence}, {@code
 *     workplace} as area codes, {@code target} as an organisation's code
 */
public record Member(
    UUID id,
    String number,
    UUID person,
    String home,
    int cohort,
    LocalDate graduatedOn,
    Map<String, String> answers,
    Position position) {

  public Member {
    answers = Map.copyOf(answers);
  }

  /** How a membership stands. */
  public enum Standing {
    /** Belongs there. */
    SETTLED,
    /** Belongs there still, and a transfer is under way. */
    UNDER_WAY,
    /** The school keeps it for a time. */
    HOLDING;

    /** The name used in tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Standing of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * Where a membership is.
   *
   * @param n counts the places of a member, from 1
   * @param transfer what brought it there or is under way; absent as registered
   */
  public record Position(
      int n, String organisation, Standing standing, @Nullable UUID transfer, Instant since) {}

  /** True while they are where they were registered and nothing is under way. */
  public boolean atHome() {
    return position.standing() == Standing.SETTLED && position.transfer() == null;
  }
}
