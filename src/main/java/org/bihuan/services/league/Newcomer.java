package org.bihuan.services.league;

import java.time.LocalDate;
import java.util.Map;

/**
 * A member as a roll names them, checked.
 *
 * @param number the League's own number
 * @param name shown to those who move the member, masked elsewhere
 * @param phone where to answer
 * @param home code of the class branch
 * @param graduatedOn day of graduation; its year is the cohort
 * @param answers what they said of what comes next, and places
 */
public record Newcomer(
    String number,
    String name,
    String phone,
    String home,
    LocalDate graduatedOn,
    Map<String, String> answers) {

  public Newcomer {
    answers = Map.copyOf(answers);
  }

  /** The number alone: names and phones are not for logs. */
  @Override
  public String toString() {
    return "Newcomer " + number;
  }
}
