package org.bihuan.foundation.people;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people write, brought to one form before it is judged. */
final class Writing {

  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\u2212()]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Writing() {}

  /**
   * A number without what people put between its digits, full-width characters made narrow; longer
   * input than any number has is cut, since it is wrong anyway.
   */
  static String compact(String raw) {
    var bounded = raw.length() > 100 ? raw.substring(0, 100) : raw;
    return SEPARATORS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFKC)).replaceAll("");
  }

  /** A name in composed form without blanks around it; absent reads as empty. */
  static String trimmed(@Nullable String raw) {
    return raw == null
        ? ""
        : EDGES.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
  }

  /** True if a text has characters that show nothing or change how others are shown. */
  static boolean hasUnseen(String text) {
    return UNSEEN.matcher(text).find();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
