package org.bihuan.services.whistles;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bihuan.foundation.shared.Sha256;

/**
 * What the street shows and the department types in on the spot: five random characters without
 * look-alikes and a check character, so that a slip of the finger costs no try.
 *
 * @param value six characters
 */
record ArrivalCode(String value) {

  /** 31 characters, a prime number of them: one wrong or two swapped always change the check. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int BODY = 5;

  static ArrivalCode random(RandomGenerator random) {
    var body = new StringBuilder();
    for (int i = 0; i < BODY; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ArrivalCode(body.toString() + check(body));
  }

  /** Reads what was typed, in any case, with or without spaces. */
  static Optional<ArrivalCode> parse(String typed) {
    var text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean known =
        text.length() == BODY + 1 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return known && check(text.substring(0, BODY)) == text.charAt(BODY)
        ? Optional.of(new ArrivalCode(text))
        : Optional.empty();
  }

  /** What is kept of it: bound to the one matter it proves an arrival for. */
  byte[] digest(UUID matter) {
    return Sha256.of(matter + "\n" + value);
  }

  /** Never shown in logs. */
  @Override
  public String toString() {
    return "ArrivalCode";
  }

  private static char check(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (i + 1) * ALPHABET.indexOf(body.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
