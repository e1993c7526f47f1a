package org.bihuan.foundation.access.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * An authenticator with one key (ES256, no attestation) and a count, written apart from the house.
 */
public final class TestingPasskey {

  private static final int PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_KEY = 0x40;

  private final byte[] id = bytes(UUID.randomUUID());
  private final KeyPair keys;
  private final String origin;
  private byte[] owner = {};

  public String rpId = "localhost";
  public int count;
  public int flags = PRESENT_AND_VERIFIED;

  public TestingPasskey(String origin) {
    this.origin = origin;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What a browser answers when a passkey is made for somebody. */
  public String make(String challenge, UUID staff) {
    owner = bytes(staff);
    var object =
        join(
            hex("a363666d74646e6f6e656761747453746d74a068617574684461746159"),
            length(authenticator(flags | WITH_KEY, key()).length),
            authenticator(flags | WITH_KEY, key()));
    return answer(client("webauthn.create", challenge), "\"attestationObject\":" + quoted(object));
  }

  /** What it answers when the passkey is shown; counts one up unless it counts nothing. */
  public String show(String challenge) {
    count += count == 0 ? 0 : 1;
    return showAgain(challenge);
  }

  /** The same without counting, as a copy of the key would. */
  public String showAgain(String challenge) {
    var shown = authenticator(flags, new byte[0]);
    var client = client("webauthn.get", challenge);
    return answer(
        client,
        "\"authenticatorData\":"
            + quoted(shown)
            + ",\"userHandle\":"
            + quoted(owner)
            + ",\"signature\":"
            + quoted(signed(join(shown, sha256(client)))));
  }

  private byte[] client(String type, String challenge) {
    return ("{\"type\":\""
            + type
            + "\",\"challenge\":\""
            + challenge
            + "\",\"origin\":\""
            + origin
            + "\"}")
        .getBytes(UTF_8);
  }

  private String answer(byte[] client, String more) {
    return "{\"id\":"
        + quoted(id)
        + ",\"rawId\":"
        + quoted(id)
        + ",\"type\":\"public-key\","
        + "\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":"
        + quoted(client)
        + ","
        + more
        + "}}";
  }

  private byte[] authenticator(int told, byte[] key) {
    return join(
        sha256(rpId.getBytes(US_ASCII)),
        ByteBuffer.allocate(5).put((byte) told).putInt(count).array(),
        key);
  }

  private byte[] key() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return join(
        new byte[16],
        length(id.length),
        id,
        hex("a5010203262001215820"),
        number(point.getAffineX()),
        hex("225820"),
        number(point.getAffineY()));
  }

  private byte[] signed(byte[] what) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(what);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(byte[] what) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(what);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static byte[] length(int length) {
    return ByteBuffer.allocate(2).putShort((short) length).array();
  }

  /** Thirty-two bytes without a sign. */
  private static byte[] number(BigInteger number) {
    var signed = number.toByteArray();
    int from = Math.max(0, signed.length - 32);
    return ByteBuffer.allocate(32)
        .position(32 - (signed.length - from))
        .put(signed, from, signed.length - from)
        .array();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] join(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (var part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static String quoted(byte[] bytes) {
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + '"';
  }
}
