package org.bihuan.loop.twins;

import java.util.List;
import java.util.Locale;

/**
 * How alike two matters are, and why.
 *
 * @param score 0 to 1: the text times what place and days leave of it
 * @param text 0 to 1
 * @param words what both say, the rarest first
 * @param place how the places compare
 * @param days between their openings
 */
public record Likeness(double score, double text, List<String> words, Place place, int days) {

  public Likeness {
    words = List.copyOf(words);
  }

  /** How two places compare. */
  public enum Place {
    /** Both name the same address. */
    SAME,
    /** The same community or grid, and no address that speaks against it. */
    NEAR,
    /** The same street, and at least one does not say where. */
    UNSAID,
    /** The same street; each names its place in a way of its own. */
    UNCLEAR,
    /** They name other estates, streets or premises. */
    ELSEWHERE,
    /** Another building, entrance or house number. */
    NUMBER,
    /** Other streets of the district. */
    APART;

    /** The name in message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In hundredths, for people. */
  public int percent() {
    return (int) Math.round(score * 100);
  }

  /** The text alone, in hundredths. */
  public int textPercent() {
    return (int) Math.round(text * 100);
  }
}
