package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpRulesTests {

  /** The secret of RFC 6238, appendix B. */
  private static final byte[] STANDARD = "12345678901234567890".getBytes(US_ASCII);

  @Nested
  class Counting {

    @ParameterizedTest
    @CsvSource({
      "59, 94287082",
      "1111111109, 07081804",
      "1111111111, 14050471",
      "1234567890, 89005924",
      "2000000000, 69279037",
      "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
      long step = Totp.step(Instant.ofEpochSecond(seconds));
      assertThat(Totp.code(STANDARD, step, 8)).isEqualTo(code);
      assertThat(Totp.code(STANDARD, step, 6)).isEqualTo(code.substring(2));
    }
  }

  @Nested
  class Matching {

    private final Instant now = Instant.ofEpochSecond(1111111109);

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void takesTheStepsBeforeAndAfter(int away) {
      long step = Totp.step(now) + away;
      assertThat(Totp.match(STANDARD, Totp.code(STANDARD, step, 6), now)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -2, 2, 3})
    void takesNoOther(int away) {
      assertThat(Totp.match(STANDARD, Totp.code(STANDARD, Totp.step(now) + away, 6), now))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81804", "0818040", "08180a", "０８１８０４", "-81804", "081804\n"})
    void takesNothingThatIsNotSixDigits(String code) {
      assertThat(Totp.match(STANDARD, code, now)).isEmpty();
    }
  }

  @Nested
  class Writing {

    @ParameterizedTest
    @CsvSource({
      "f, MY",
      "fo, MZXQ",
      "foo, MZXW6",
      "foob, MZXW6YQ",
      "fooba, MZXW6YTB",
      "foobar, MZXW6YTBOI",
      "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    })
    void isThatOfTheStandardWithoutPadding(String text, String written) {
      assertThat(Totp.base32(text.getBytes(US_ASCII))).isEqualTo(written);
    }

    @Test
    void ofNothingIsNothing() {
      assertThat(Totp.base32(new byte[0])).isEmpty();
    }
  }
}
