package org.bihuan.foundation.places;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of places as written.
 *
 * @param version raised with every change
 * @param sections parents before children
 */
record PlaceFile(int version, List<Section> sections) {

  /** Places of one kind that share where they come from. */
  record Section(String kind, String origin, String source, List<Entry> areas) {}

  /** One line of the file; only grids have an officer and a phone. */
  record Entry(
      String code,
      String zh,
      String en,
      @Nullable String parent,
      @Nullable String officer,
      @Nullable String phone) {}

  /** Every place with what its section says about it, parents before children. */
  Stream<AreaRow> rows() {
    return sections.stream().flatMap(s -> s.areas().stream().map(e -> new AreaRow(s, e)));
  }

  /** A line together with its section. */
  record AreaRow(Section section, Entry entry) {}
}
