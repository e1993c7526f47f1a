package org.bihuan.services.league;

import java.util.ArrayList;
import java.util.List;

/**
 * Where all members are at one moment, counted twice: by their places and by their transfers.
 *
 * @param members on file
 * @param atHome where they were registered, or marked there, with nothing under way
 * @param in arrived
 * @param holding kept by their school
 * @param underWay on the way
 * @param out by the transfers alone: members who left or are leaving
 * @param transfers by the transfers alone: under way, and held without being under way
 * @param astray members without exactly one open place
 * @param broken places that do not follow on the one before
 */
public record Count(
    long members,
    long atHome,
    long in,
    long holding,
    long underWay,
    long out,
    ByTransfer transfers,
    long astray,
    long broken) {

  /** The same, by what the transfers say. */
  public record ByTransfer(long underWay, long holding, long in) {}

  /** True if nobody is lost. */
  public boolean conserved() {
    return faults().isEmpty();
  }

  /** What does not add up, in figures; empty if everything does. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    differ(
        faults,
        "members",
        members,
        "home + in + holding + under way",
        atHome + in + holding + underWay);
    differ(faults, "out", out, "in + holding + under way", in + holding + underWay);
    differ(faults, "under way by place", underWay, "by transfer", transfers.underWay());
    differ(faults, "holding by place", holding, "by transfer", transfers.holding());
    differ(faults, "in by place", in, "by transfer", transfers.in());
    differ(faults, "members astray", astray, "allowed", 0);
    differ(faults, "broken ways", broken, "allowed", 0);
    return faults;
  }

  private static void differ(List<String> faults, String one, long n, String other, long m) {
    if (n != m) {
      faults.add(one + " " + n + " is not " + other + " " + m);
    }
  }

  /** The figures in one line. */
  @Override
  public String toString() {
    return "%d members: %d home, %d in, %d held, %d under way; %d out"
        .formatted(members, atHome, in, holding, underWay, out);
  }
}
