package org.bihuan.foundation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The 100,000 commonest passwords of eight characters and more, in lower case, from the list of ten
 * million that leaked (SecLists, MIT). Passwords are changed seldom, so the file is read each time
 * and kept nowhere.
 */
final class CommonPasswords {

  private static final String FILE = "/access/common-passwords.txt.gz";

  private CommonPasswords() {}

  /** True if a password, whatever its case, is common, or is a common one said again and again. */
  static boolean contains(String password) {
    var small = password.toLowerCase(Locale.ROOT);
    try (var lines = open()) {
      return lines.lines().anyMatch(common -> repeats(small, common));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + FILE, broken);
    }
  }

  private static boolean repeats(String text, String part) {
    return text.startsWith(part)
        && text.length() % part.length() == 0
        && text.equals(part.repeat(text.length() / part.length()));
  }

  private static BufferedReader open() throws IOException {
    InputStream file = CommonPasswords.class.getResourceAsStream(FILE);
    if (file == null) {
      throw new IllegalStateException(FILE + " is not in the program");
    }
    return new BufferedReader(new InputStreamReader(new GZIPInputStream(file), UTF_8));
  }
}
