package org.bihuan.loop.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleRulesTests {

  /** RFC 6962, section 2.1, word for word: split at the largest power of two below n. */
  private static byte[] defined(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha(new byte[0]);
    }
    if (leaves.size() == 1) {
      return sha(new byte[] {0}, leaves.getFirst());
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return sha(
        new byte[] {1}, defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
  }

  private static byte[] sha(byte[]... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        sha.update(part);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void hasTheRootsOfItsDefinition() {
    var random = new Random(6962);
    var leaves = new ArrayList<byte[]>();
    var tree = new Merkle();
    for (int n = 0; n < 300; n++) {
      assertThat(tree.root()).as("of " + n).isEqualTo(defined(leaves));
      var leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(leaf);
      tree.add(leaf);
    }
  }

  @Test
  void knowsTheRootsOthersPublish() {
    assertThat(HexFormat.of().formatHex(new Merkle().root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    var one = new Merkle();
    one.add(new byte[0]);
    assertThat(HexFormat.of().formatHex(one.root()))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void goesOnFromWhatWasStored() {
    var random = new Random(1);
    var through = new Merkle();
    var stopped = new Merkle();
    for (int n = 0; n < 200; n++) {
      var leaf = new byte[32];
      random.nextBytes(leaf);
      through.add(leaf);
      stopped = new Merkle(stopped.size(), stopped.stored());
      stopped.add(leaf);
      assertThat(stopped.root()).isEqualTo(through.root());
    }
    assertThat(through.stored().length).isLessThanOrEqualTo(32 * 8);
  }
}
