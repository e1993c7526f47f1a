package org.bihuan.insight.rates;

/**
 * What a counted thing is sorted by.
 *
 * @param unit whose it is
 * @param item what it is about; empty if it names no item
 * @param area code of the place
 * @param channel how it came in
 * @param kind what the person said it is; empty if nobody asked
 */
record Where(String unit, String item, String area, String channel, String kind) {

  private static final int STREET = 9;

  /** The street of the place; the district where no street was named. */
  String street() {
    return area.length() > STREET ? area.substring(0, STREET) : area;
  }

  Where in(String other) {
    return new Where(other, item, area, channel, kind);
  }

  /** The name under which it stands in a face. */
  String name(Face face) {
    return switch (face) {
      case UNIT -> unit;
      case ITEM -> item;
      case STREET -> street();
      case CHANNEL -> channel;
      case KIND -> kind;
    };
  }
}
