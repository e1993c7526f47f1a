package org.bihuan.foundation.calendar;

/**
 * A limit of the law or of a promise.
 *
 * @param amount 0 to 3,650; 0 means at once (the end of the same day, or the same moment)
 * @param unit what is counted
 */
public record Limit(int amount, Unit unit) {

  public Limit {
    if (amount < 0 || amount > 3650) {
      throw new IllegalArgumentException("a limit is 0 to 3650 " + unit.code() + ": " + amount);
    }
  }

  /** Reads {@code "7 workday"}, the form procedures use. */
  public static Limit of(String text) {
    var parts = text.strip().split("\\s+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("a limit reads like '7 workday': " + text);
    }
    return new Limit(Integer.parseInt(parts[0]), Unit.of(parts[1]));
  }

  @Override
  public String toString() {
    return amount + " " + unit.code();
  }
}
