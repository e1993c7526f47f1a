package org.bihuan.loop.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a person keeps to look up a matter: seven random characters without look-alikes and a check
 * character, so that codes cannot be counted through and a slip of the finger is noticed.
 *
 * @param value eight characters
 */
public record CaseCode(String value) {

  /** 31 characters, a prime number of them: a swap or a wrong one always changes the check. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  static CaseCode random(RandomGenerator random) {
    var body = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new CaseCode(body.toString() + check(body));
  }

  /** Reads what a person typed, in any case, with or without the hyphen. */
  public static Optional<CaseCode> parse(String typed) {
    var text = typed.strip().replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    boolean known = text.length() == 8 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return known && check(text.substring(0, 7)) == text.charAt(7)
        ? Optional.of(new CaseCode(text))
        : Optional.empty();
  }

  /** In two groups of four, as printed. */
  public String grouped() {
    return value.substring(0, 4) + "-" + value.substring(4);
  }

  private static char check(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (i + 1) * ALPHABET.indexOf(body.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
