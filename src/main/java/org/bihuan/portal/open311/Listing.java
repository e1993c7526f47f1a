package org.bihuan.portal.open311;

import java.util.List;
import java.util.Map;

/**
 * A list in an answer, which XML names twice: {@code <services><service/></services>}.
 *
 * @param name of the whole
 * @param each of one in it
 * @param items texts, or maps of named values
 */
record Listing(String name, String each, List<?> items) {

  Listing {
    items = List.copyOf(items);
  }

  /** A list of one, as most answers are. */
  static Listing of(String name, String each, Map<String, Object> only) {
    return new Listing(name, each, List.of(only));
  }
}
