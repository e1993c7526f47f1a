package org.bihuan.bench.seeding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that grow; also the fields of rows in the binary form of {@code copy}. */
final class Bytes {

  /** PostgreSQL counts from here. */
  private static final long EPOCH_SECONDS = 946_684_800L;

  private static final long EPOCH_DAY = 10_957L;

  private byte[] array;
  private int size;

  Bytes(int room) {
    array = new byte[room];
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Bytes clear() {
    size = 0;
    return this;
  }

  int size() {
    return size;
  }

  byte[] array() {
    return array;
  }

  byte last() {
    return array[size - 1];
  }

  private void room(int more) {
    if (size + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
    }
  }

  Bytes put(int one) {
    room(1);
    array[size++] = (byte) one;
    return this;
  }

  Bytes put(byte[] many) {
    room(many.length);
    System.arraycopy(many, 0, array, size, many.length);
    size += many.length;
    return this;
  }

  Bytes put(Bytes other) {
    room(other.size);
    System.arraycopy(other.array, 0, array, size, other.size);
    size += other.size;
    return this;
  }

  Bytes putShort(int value) {
    return put(value >> 8).put(value);
  }

  Bytes putInt(int value) {
    room(4);
    array[size++] = (byte) (value >> 24);
    array[size++] = (byte) (value >> 16);
    array[size++] = (byte) (value >> 8);
    array[size++] = (byte) value;
    return this;
  }

  Bytes putLong(long value) {
    return putInt((int) (value >> 32)).putInt((int) value);
  }

  Bytes row(int fields) {
    return putShort(fields);
  }

  Bytes absent() {
    return putInt(-1);
  }

  Bytes optional(byte @Nullable [] value) {
    return value == null ? absent() : text(value);
  }

  Bytes small(int value) {
    return putInt(2).putShort(value);
  }

  Bytes integer(int value) {
    return putInt(4).putInt(value);
  }

  Bytes big(long value) {
    return putInt(8).putLong(value);
  }

  Bytes truth(boolean value) {
    return putInt(1).put(value ? 1 : 0);
  }

  Bytes text(byte[] utf8) {
    return putInt(utf8.length).put(utf8);
  }

  Bytes text(Bytes utf8) {
    return putInt(utf8.size).put(utf8);
  }

  Bytes id(long high, long low) {
    return putInt(16).putLong(high).putLong(low);
  }

  Bytes json(Bytes text) {
    return putInt(text.size + 1).put(1).put(text);
  }

  Bytes time(long seconds) {
    return big((seconds - EPOCH_SECONDS) * 1_000_000L);
  }

  Bytes day(long epochDay) {
    return integer((int) (epochDay - EPOCH_DAY));
  }
}
