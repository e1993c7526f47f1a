package org.bihuan.portal.account;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a member's phone, written apart from the house: reads the secret off the page. */
public final class TestingAuthenticator {

  private static final Pattern SECRET = Pattern.compile("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;

  public TestingAuthenticator(String page) {
    var found = SECRET.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no secret on the page");
    }
    var bits = new StringBuilder();
    for (char letter : found.group().replace(" ", "").toCharArray()) {
      bits.append(
          String.format(Locale.ROOT, "%5s", Integer.toBinaryString(BASE32.indexOf(letter))));
    }
    var number = new BigInteger("1" + bits.toString().replace(' ', '0'), 2).toByteArray();
    this.secret = Arrays.copyOfRange(number, number.length - 20, number.length);
  }

  /** The code of a step from the present one. */
  public String code(int away) {
    return code(Instant.now().plusSeconds(30L * away));
  }

  /** The code of a moment. */
  public String code(Instant at) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = at.getEpochSecond() / 30;
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
