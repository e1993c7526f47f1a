package org.bihuan.loop.cases.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A Merkle tree that only grows (RFC 6962): leaves are hashed with 0x00 before them, inner nodes
 * with 0x01. It keeps one hash for each full subtree, so a lane of any length fits in a few hundred
 * bytes.
 */
final class Merkle {

  private final Deque<byte[]> frontier = new ArrayDeque<>();
  private long size;

  /** An empty tree. */
  Merkle() {}

  /** A tree continued from a stored frontier. */
  Merkle(long size, byte[] stored) {
    this.size = size;
    for (int i = 0; i < stored.length; i += 32) {
      frontier.addLast(java.util.Arrays.copyOfRange(stored, i, i + 32));
    }
  }

  long size() {
    return size;
  }

  void add(byte[] digest) {
    var node = hash((byte) 0, digest, new byte[0]);
    for (long n = size; (n & 1) == 1; n >>= 1) {
      node = hash((byte) 1, frontier.removeLast(), node);
    }
    frontier.addLast(node);
    size++;
  }

  /** The root over all leaves so far; the hash of nothing for an empty tree. */
  byte[] root() {
    if (frontier.isEmpty()) {
      return Canonical.sha256().digest();
    }
    var nodes = new ArrayList<>(frontier);
    var node = nodes.removeLast();
    while (!nodes.isEmpty()) {
      node = hash((byte) 1, nodes.removeLast(), node);
    }
    return node;
  }

  /** The hashes of the full subtrees, largest first, to continue from later. */
  byte[] stored() {
    var all = new byte[frontier.size() * 32];
    int at = 0;
    for (var node : List.copyOf(frontier)) {
      System.arraycopy(node, 0, all, at, 32);
      at += 32;
    }
    return all;
  }

  private static byte[] hash(byte kind, byte[] left, byte[] right) {
    var sha = Canonical.sha256();
    sha.update(kind);
    sha.update(left);
    return sha.digest(right);
  }
}
