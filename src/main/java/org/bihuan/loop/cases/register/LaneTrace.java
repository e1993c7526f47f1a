package org.bihuan.loop.cases.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.bihuan.foundation.shared.Text;

/** Follows one lane position by position: gaps, tails and signed checkpoints. */
final class LaneTrace {

  private final int district;
  private final int lane;
  private final long last;
  private final Deque<Seal> seals;
  private final List<Finding> findings = new ArrayList<>();
  private final Merkle tree = new Merkle();
  private long position;
  private boolean whole = true;

  /**
   * A lane about to be walked.
   *
   * @param last the counter's last position
   * @param seals its checkpoints, smallest first
   */
  LaneTrace(int district, int lane, long last, List<Seal> seals) {
    this.district = district;
    this.lane = lane;
    this.last = last;
    this.seals = new ArrayDeque<>(seals);
  }

  /** Takes the digest at the next position found. */
  void next(long found, byte[] digest) {
    while (position + 1 < found) {
      position++;
      whole = false;
      add(Finding.Kind.MISSING, position, "位置@的记录缺失", "the entry at position @ is missing");
    }
    if (found > last || found <= position) {
      whole = false;
      add(Finding.Kind.INSERTED, found, "位置@的记录是插入的", "the entry at position @ was inserted");
    }
    position = found;
    tree.add(digest);
    checkSeal();
  }

  private void checkSeal() {
    while (whole && !seals.isEmpty() && seals.peekFirst().size() <= tree.size()) {
      var seal = seals.removeFirst();
      var bytes = Seal.signed(district, lane, seal.size(), seal.root(), seal.at());
      if (seal.size() != tree.size()
          || !Arrays.equals(seal.root(), tree.root())
          || !Arrays.equals(seal.frontier(), tree.stored())
          || !SealKey.verifies(seal.key(), bytes, seal.signature())) {
        add(
            Finding.Kind.SEAL_BROKEN,
            seal.size(),
            "截至位置@的签名检查点不符",
            "the signed checkpoint up to position @ does not fit");
      }
    }
  }

  /** Everything found; the last thing to ask. */
  List<Finding> findings() {
    if (position < last) {
      add(
          Finding.Kind.TAIL_CUT,
          position + 1,
          "从位置@起的记录被截去",
          "entries from position @ on were cut off");
    } else if (!seals.isEmpty() && seals.peekLast().size() > position) {
      add(
          Finding.Kind.TAIL_CUT,
          position + 1,
          "从位置@起已签名的记录被截去",
          "signed entries from position @ on were cut off");
    }
    return findings;
  }

  private void add(Finding.Kind kind, long at, String zh, String en) {
    var row = "lane " + lane + "#" + at;
    findings.add(
        new Finding(
            kind,
            row,
            new Text(
                "分道" + lane + "：" + zh.replace("@", "" + at),
                "lane " + lane + ": " + en.replace("@", "" + at))));
  }
}
