package org.bihuan.bench.seeding;

import java.util.Arrays;

/**
 * Writes a value twice at once: as JSON for the database and in the canonical form that digests
 * cover. Keys must come in the order of the alphabet; {@link Proof} sees to it that both forms are
 * the product's.
 */
final class Ink {

  private static final byte[] OBJECT = framed("{");
  private static final byte[] ARRAY = framed("[");
  private static final byte[] TEXT = framed("s");
  private static final byte[] NUMBER = framed("n");
  private static final byte[] WORD = framed("w");
  private static final byte[] NULL = Bytes.utf8("null");
  private static final byte[] TRUE = Bytes.utf8("true");
  private static final byte[] FALSE = Bytes.utf8("false");

  final Bytes json = new Bytes(2048);
  final Bytes canonical = new Bytes(4096);

  private static byte[] framed(String text) {
    var bytes = new Bytes(8).putInt(text.length()).put(Bytes.utf8(text));
    return Arrays.copyOf(bytes.array(), bytes.size());
  }

  Ink clear() {
    json.clear();
    canonical.clear();
    return this;
  }

  Ink object(int size) {
    json.put('{');
    canonical.put(OBJECT).putInt(8).putLong(size);
    return this;
  }

  Ink end() {
    json.put('}');
    return this;
  }

  Ink array(int size) {
    json.put('[');
    canonical.put(ARRAY).putInt(8).putLong(size);
    return this;
  }

  /** Before each element of an array. */
  Ink next() {
    if (json.last() != '[') {
      json.put(',');
    }
    return this;
  }

  Ink endArray() {
    json.put(']');
    return this;
  }

  Ink key(Key key) {
    if (json.last() != '{') {
      json.put(',');
    }
    json.put(key.json);
    canonical.put(key.canonical);
    return this;
  }

  /** A text without anything that JSON would escape. */
  Ink text(byte[] utf8) {
    json.put('"').put(utf8).put('"');
    canonical.put(TEXT).putInt(utf8.length).put(utf8);
    return this;
  }

  Ink text(Bytes utf8) {
    json.put('"').put(utf8).put('"');
    canonical.put(TEXT).putInt(utf8.size()).put(utf8);
    return this;
  }

  /** A number of one digit, whose two forms are the same. */
  Ink digit(int value) {
    json.put('0' + value);
    canonical.put(NUMBER).putInt(1).put('0' + value);
    return this;
  }

  Ink truth(boolean value) {
    return word(value ? TRUE : FALSE);
  }

  Ink none() {
    return word(NULL);
  }

  private Ink word(byte[] word) {
    json.put(word);
    canonical.put(WORD).putInt(word.length).put(word);
    return this;
  }
}
