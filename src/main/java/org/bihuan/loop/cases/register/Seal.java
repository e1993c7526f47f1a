package org.bihuan.loop.cases.register;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A signed checkpoint of a lane.
 *
 * @param lane which lane
 * @param size how many entries it covers
 * @param root root of the Merkle tree over their digests
 * @param frontier what the next checkpoint continues from
 * @param at when it was made
 * @param key the public key, X.509 form
 * @param signature Ed25519 over lane, size, root and time
 */
record Seal(
    int lane, long size, byte[] root, byte[] frontier, Instant at, byte[] key, byte[] signature) {

  /** The keys that signed, in short: compare them with the one the district has published. */
  static Set<String> keys(Collection<Seal> seals) {
    return seals.stream()
        .map(seal -> HexFormat.of().formatHex(Canonical.sha256().digest(seal.key())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The bytes that are signed. */
  static byte[] signed(int district, int lane, long size, byte[] root, Instant at) {
    return ByteBuffer.allocate(4 + 4 + 8 + root.length + 8) // a forged root may be of any length
        .putInt(district)
        .putInt(lane)
        .putLong(size)
        .put(root)
        .putLong(at.toEpochMilli())
        .array();
  }
}
