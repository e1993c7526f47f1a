package org.bihuan.bench.seeding;

/** Numbers and codes as the product gives them: with their check digits, none twice. */
final class Names {

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final long CODES = 31L * 31 * 31 * 31 * 31 * 31 * 31;
  private static final long STEP = 9_006_000_011L;

  private Names() {}

  /** A number; the serial counts the day's matters. */
  static void number(Bytes into, byte[] area, long day, int serial) {
    into.clear().put('A').put(area);
    var date = Times.date(day);
    for (byte digit : date) {
      if (digit != '-') {
        into.put(digit);
      }
    }
    int places = 10_000;
    while (places * 10L <= serial) {
      places *= 10;
    }
    for (; places > 0; places /= 10) {
      into.put('0' + serial / places % 10);
    }
    into.put(check(into));
  }

  private static int check(Bytes body) {
    int product = 10;
    for (int i = 0; i < body.size(); i++) {
      int sign = body.array()[i];
      int digit = sign >= 'A' ? (sign - 'A') % 10 : sign - '0';
      int sum = (product + digit) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return '0' + (11 - product) % 10;
  }

  /** The code of the n-th matter: a walk through all codes in long strides meets none twice. */
  static void code(Bytes into, long n) {
    long rest = Math.floorMod(n * STEP + 271_828_182L, CODES);
    into.clear();
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      int letter = (int) (rest % 31);
      rest /= 31;
      sum += (i + 1) * letter;
      into.put(LETTERS.charAt(letter));
    }
    into.put(LETTERS.charAt(sum % 31));
  }
}
