package org.bihuan.insight.rates;

/**
 * A rate in numbers.
 *
 * @param yes the numerator
 * @param no what is in the denominator only
 * @param aside told beside, in neither
 * @param out left out by a rule, in neither
 */
public record Share(long yes, long no, long aside, long out) {

  /** The denominator. */
  public long counted() {
    return yes + no;
  }

  /** How many things have this weight. */
  public long of(Weight weight) {
    return switch (weight) {
      case YES -> yes;
      case NO -> no;
      case ASIDE -> aside;
      case OUT -> out;
    };
  }

  /** Everything that stands behind the figure. */
  public long all() {
    return yes + no + aside + out;
  }

  /** Tenths of a per cent, rounded half up; zero where nothing is counted. */
  public int perMille() {
    return counted() == 0 ? 0 : (int) ((yes * 2000 + counted()) / (2 * counted()));
  }

  Share plus(Share other) {
    return new Share(yes + other.yes, no + other.no, aside + other.aside, out + other.out);
  }
}
