package org.bihuan.foundation.access;

import org.jspecify.annotations.Nullable;

/**
 * Where a try comes from.
 *
 * @param address the other end of the line
 * @param device the browser from which this member signed in before; absent if it is not known as
 *     one
 */
public record Whence(String address, @Nullable String device) {

  /** From an address, nothing known of the browser. */
  public static Whence of(String address) {
    return new Whence(address, null);
  }
}
