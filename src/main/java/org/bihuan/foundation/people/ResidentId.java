package org.bihuan.foundation.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen's ID number (公民身份号码, GB 11643-1999): six digits of region, eight of birth, three of
 * sequence, one check character. It can only be made by {@link #parse}.
 */
public final class ResidentId {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private final String number;

  private ResidentId(String number) {
    this.number = number;
  }

  /**
   * Reads a number as people write it: spaces, full-width digits and a small x are accepted.
   *
   * @param field where it was entered, for the error
   * @param today the day after which nobody is born yet
   */
  public static Checked<ResidentId> parse(String field, String raw, LocalDate today) {
    var number = Writing.compact(raw).toUpperCase(Locale.ROOT);
    if (!FORM.matcher(number).matches()) {
      return Checked.wrong(field, InputFault.ID_NUMBER_FORM);
    }
    var birth = birth(number);
    if (birth.isEmpty()) {
      return Checked.wrong(field, InputFault.ID_NUMBER_BIRTH);
    }
    if (birth.get().isAfter(today)) {
      return Checked.wrong(field, InputFault.ID_NUMBER_FUTURE);
    }
    if (number.charAt(17) != check(number)) {
      return Checked.wrong(field, InputFault.ID_NUMBER_CHECKSUM);
    }
    return new Checked.Valid<>(new ResidentId(number));
  }

  /** A number that was checked before it was stored. */
  static ResidentId stored(String number) {
    return new ResidentId(number);
  }

  /** All 18 characters; personal, never for logs. */
  public String number() {
    return number;
  }

  /** First six and last four characters. */
  public String masked() {
    return Masks.idNumber(number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResidentId that && number.equals(that.number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  /** Masked, so that no log can carry the number. */
  @Override
  public String toString() {
    return masked();
  }

  private static Optional<LocalDate> birth(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number, 6, 10, 10),
              Integer.parseInt(number, 10, 12, 10),
              Integer.parseInt(number, 12, 14, 10)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
