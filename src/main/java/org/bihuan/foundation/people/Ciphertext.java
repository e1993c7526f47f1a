package org.bihuan.foundation.people;

import org.jspecify.annotations.Nullable;

/** A closed field as it lies in its column; shows nothing of itself. */
final class Ciphertext {

  private final byte[] bytes;

  Ciphertext(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static @Nullable Ciphertext ofNullable(byte @Nullable [] bytes) {
    return bytes == null ? null : new Ciphertext(bytes);
  }

  /** The number of the key it was closed with. */
  int key() {
    return bytes.length == 0 ? 0 : bytes[0];
  }

  byte[] bytes() {
    return bytes.clone();
  }

  static byte @Nullable [] bytesOrNull(@Nullable Ciphertext closed) {
    return closed == null ? null : closed.bytes();
  }
}
