package org.bihuan.loop.cases.register;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
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

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  private Canonical() {
    bytes.write(FORM);
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
    return sha.digest(form.bytes.toByteArray());
  }

  /** Binds note and data without showing them: they can be erased and the digest stays valid. */
  public static byte[] commitment(byte[] salt, Entry.Content content) {
    var form = new Canonical();
    form.raw(salt).text(content.note());
    form.json(content.data());
    return sha256().digest(form.bytes.toByteArray());
  }

  /** Whether two values are the same fact, however their numbers and keys are written. */
  static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Arrays.equals(bytes(one), bytes(other));
  }

  private static byte[] bytes(@Nullable JsonNode node) {
    var form = new Canonical();
    form.json(node);
    return form.bytes.toByteArray();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Canonical number(long value) {
    return raw(ByteBuffer.allocate(8).putLong(value).array());
  }

  private Canonical time(Instant at) {
    return number(
        Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000));
  }

  private Canonical id(@Nullable UUID id) {
    return id == null
        ? raw(null)
        : raw(
            ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
  }

  private Canonical text(@Nullable String text) {
    return raw(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private Canonical raw(byte @Nullable [] value) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(value == null ? -1 : value.length).array());
    if (value != null) {
      bytes.writeBytes(value);
    }
    return this;
  }

  private void json(@Nullable JsonNode node) {
    if (node == null) {
      raw(null);
    } else if (node.isContainer()) {
      container(node);
    } else if (node.isNumber()) {
      text("n").text(node.decimalValue().stripTrailingZeros().toString());
    } else if (node.isString()) {
      text("s").text(node.stringValue());
    } else {
      text("w").text(node.isNull() ? "null" : Boolean.toString(node.booleanValue()));
    }
  }

  private void container(JsonNode node) {
    text(node.isObject() ? "{" : "[").number(node.size());
    if (node.isObject()) {
      new TreeSet<>(node.propertyNames()).forEach(name -> text(name).json(node.get(name)));
    } else {
      node.forEach(this::json);
    }
  }
}
