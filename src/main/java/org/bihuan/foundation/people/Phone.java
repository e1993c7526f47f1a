package org.bihuan.foundation.people;

import java.util.regex.Pattern;

/**
 * A phone number of mainland China, digits only: a mobile number of eleven, or a landline with its
 * area code. It can only be made by {@link #parse}.
 */
public final class Phone {

  private static final Pattern COUNTRY = Pattern.compile("(\\+86|0086|86(?=1[3-9]\\d{9}$))");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern LANDLINE =
      Pattern.compile("(010|02\\d)[2-8]\\d{7}|0[3-9]\\d{2}[2-8]\\d{6,7}");

  private final String digits;

  private Phone(String digits) {
    this.digits = digits;
  }

  /** Reads a number as people write it: +86, 0086, spaces, hyphens and brackets are taken off. */
  public static Checked<Phone> parse(String field, String raw) {
    var written = Writing.compact(raw);
    if (written.isEmpty()) {
      return Checked.wrong(field, InputFault.PHONE_REQUIRED);
    }
    var country = COUNTRY.matcher(written);
    var digits = written;
    if (country.lookingAt()) {
      var rest = written.substring(country.end());
      digits = rest.startsWith("0") || MOBILE.matcher(rest).matches() ? rest : "0" + rest;
    }
    if (!MOBILE.matcher(digits).matches() && !LANDLINE.matcher(digits).matches()) {
      return Checked.wrong(field, InputFault.PHONE_FORM);
    }
    return new Checked.Valid<>(new Phone(digits));
  }

  /** A number that was checked before it was stored. */
  static Phone stored(String digits) {
    return new Phone(digits);
  }

  /** All digits; personal, never for logs. */
  public String digits() {
    return digits;
  }

  /** The last four digits, by which a person shows that a case is theirs. */
  public String tail() {
    return digits.substring(digits.length() - 4);
  }

  public String masked() {
    return Masks.phone(digits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phone that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** Masked, so that no log can carry the number. */
  @Override
  public String toString() {
    return masked();
  }
}
