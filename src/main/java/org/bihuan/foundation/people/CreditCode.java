package org.bihuan.foundation.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): authority, category, six digits of
 * region, the nine characters of the organisation code (GB 11714) with its own check, one check
 * character. It can only be made by {@link #parse}.
 */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM =
      Pattern.compile("[" + ALPHABET + "]{2}\\d{6}[" + ALPHABET + "]{10}");
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int BODY_START = 8;
  private static final int BODY_CHECK = 16;

  private final String code;

  private CreditCode(String code) {
    this.code = code;
  }

  /** Reads a code as people write it: spaces, full-width and small letters are accepted. */
  public static Checked<CreditCode> parse(String field, String raw) {
    var code = Writing.compact(raw).toUpperCase(Locale.ROOT);
    if (!FORM.matcher(code).matches()) {
      return Checked.wrong(field, InputFault.CREDIT_CODE_FORM);
    }
    if (code.charAt(17) != check(code)) {
      return Checked.wrong(field, InputFault.CREDIT_CODE_CHECKSUM);
    }
    if (code.charAt(BODY_CHECK) != bodyCheck(code)) {
      return Checked.wrong(field, InputFault.CREDIT_CODE_BODY);
    }
    return new Checked.Valid<>(new CreditCode(code));
  }

  /** A code that was checked before it was stored. */
  static CreditCode stored(String code) {
    return new CreditCode(code);
  }

  /** All 18 characters; credit codes are public. */
  public String code() {
    return code;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CreditCode that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }

  private static char check(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** GB 11714 counts letters on from ten in the full alphabet, not in the shortened one. */
  private static char bodyCheck(String code) {
    int sum = 0;
    for (int i = 0; i < BODY_WEIGHTS.length; i++) {
      sum += Character.digit(code.charAt(BODY_START + i), 36) * BODY_WEIGHTS[i];
    }
    return "0123456789X".charAt((11 - sum % 11) % 11);
  }
}
