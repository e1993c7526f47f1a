package org.bihuan.loop.cases.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one byte form of an entry. Every field is preceded by its length, absent is length -1,
 * numbers are written without trailing zeros, keys are sorted: two different entries never have the
 * same bytes, and a value read back from the database has the bytes it was written with.
 */
public final class Canonical {

  private static final byte FORM = 1;

  private static final byte[] OBJECT = {'{'};
  private static final byte[] ARRAY = {'['};
  private static final byte[] NUMBER = {'n'};
  private static final byte[] STRING = {'s'};
  private static final byte[] WORD = {'w'};

  private ByteBuffer bytes = ByteBuffer.allocate(1024);

  private Canonical() {
    bytes.put(FORM);
  }

  /** SHA-256 over the digest before and the entry's own bytes. */
  public static byte[] digest(byte[] before, int district, Entry entry, byte[] commitment) {
    var form = new Canonical();
    form.number(district).id(entry.caseId()).number(entry.version());
    form.text(entry.act()).text(entry.from()).text(entry.to());
    form.time(entry.at()).id(entry.actor()).text(entry.role().code()).id(entry.onBehalf());
    form.number(entry.place().lane()).number(entry.place().position()).raw(commitment);
    var sha = sha256();
    sha.update(before);
    return form.digest(sha);
  }

  /** Binds note and data without showing them: they can be erased and the digest stays valid. */
  public static byte[] commitment(byte[] salt, Entry.Content content) {
    var form = new Canonical();
    form.raw(salt).text(content.note());
    form.json(content.data());
    return form.digest(sha256());
  }

  private byte[] digest(MessageDigest sha) {
    sha.update(bytes.flip());
    return sha.digest();
  }

  /** Whether two values are the same fact, however their numbers and keys are written. */
  static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Objects.equals(one, other) || bytes(one).equals(bytes(other));
  }

  private static ByteBuffer bytes(@Nullable JsonNode node) {
    var form = new Canonical();
    form.json(node);
    return form.bytes.flip();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Makes room for a length and as many bytes. */
  private ByteBuffer framed(int length) {
    if (bytes.remaining() < 4 + length) {
      bytes = ByteBuffer.allocate(2 * bytes.capacity() + length).put(bytes.flip());
    }
    return bytes.putInt(length);
  }

  private Canonical number(long value) {
    framed(8).putLong(value);
    return this;
  }

  private Canonical time(Instant at) {
    return number(
        Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000));
  }

  private Canonical id(@Nullable UUID id) {
    if (id == null) {
      return raw(null);
    }
    framed(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return this;
  }

  private Canonical text(@Nullable String text) {
    return raw(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private Canonical raw(byte @Nullable [] value) {
    if (value == null) {
      framed(0).putInt(bytes.position() - 4, -1);
    } else {
      framed(value.length).put(value);
    }
    return this;
  }

  private void json(@Nullable JsonNode node) {
    if (node == null) {
      raw(null);
    } else if (node.isContainer()) {
      container(node);
    } else if (node.isNumber()) {
      raw(NUMBER).text(node.decimalValue().stripTrailingZeros().toString());
    } else if (node.isString()) {
      raw(STRING).text(node.stringValue());
    } else {
      raw(WORD).text(node.isNull() ? "null" : Boolean.toString(node.booleanValue()));
    }
  }

  private void container(JsonNode node) {
    raw(node.isObject() ? OBJECT : ARRAY).number(node.size());
    if (node.isObject()) {
      var names = node.propertyNames().toArray(String[]::new);
      Arrays.sort(names);
      for (var name : names) {
        text(name).json(node.get(name));
      }
    } else {
      node.forEach(this::json);
    }
  }
}
