package org.bihuan.loop.cases.register;

import java.util.HexFormat;

/**
 * An entry with its digest, as pages and exports show it.
 *
 * @param entry what happened
 * @param digest its SHA-256 in hex, over the entry before it in the matter and its own bytes
 */
public record RegisterRow(Entry entry, String digest) {

  /** The row of a stored entry. */
  public static RegisterRow of(Written written) {
    return new RegisterRow(written.entry(), HexFormat.of().formatHex(written.digest()));
  }
}
