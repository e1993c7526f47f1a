package org.bihuan.loop.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The number people read out: kind letter, nine-digit area, day, serial of at least five digits,
 * check digit (ISO 7064 MOD 11,10 over all before it). Its form is ours; it fits the 50 characters
 * of GB/T 39046.
 *
 * @param value for example {@code L140213051202611230000128}
 */
public record CaseNumber(String value) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  static CaseNumber of(String letter, String area, LocalDate day, int serial) {
    var nine = (area + "000000000").substring(0, 9);
    var body = letter + nine + DAY.format(day) + "%05d".formatted(serial);
    return new CaseNumber(body + checkDigit(body));
  }

  /** Reads what a person typed; absent if the form or the check digit is wrong. */
  public static Optional<CaseNumber> parse(String typed) {
    var text = typed.strip().toUpperCase(java.util.Locale.ROOT);
    if (!text.matches("[A-Z]\\d{9}\\d{8}\\d{5,9}\\d")) {
      return Optional.empty();
    }
    var body = text.substring(0, text.length() - 1);
    return checkDigit(body) == text.charAt(text.length() - 1)
        ? Optional.of(new CaseNumber(text))
        : Optional.empty();
  }

  private static char checkDigit(String body) {
    int product = 10;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(i) >= 'A' ? (body.charAt(i) - 'A') % 10 : body.charAt(i) - '0';
      int sum = (product + digit) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (char) ('0' + (11 - product) % 10);
  }
}
