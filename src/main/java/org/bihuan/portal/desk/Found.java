package org.bihuan.portal.desk;

import java.util.List;

/**
 * What the one search box found.
 *
 * @param q what was typed
 * @param parts one for each thing it may have meant
 */
public record Found(String q, List<Part> parts) {

  public Found {
    parts = List.copyOf(parts);
  }

  /**
   * What was found in one way.
   *
   * @param way number, code, phone, tail, name, initials or words
   * @param rows matters, what is open first
   * @param more true if there are more than are shown
   * @param allowed false if the reader may not look for people
   */
  public record Part(String way, List<DeskList.Row> rows, boolean more, boolean allowed) {

    public Part {
      rows = List.copyOf(rows);
    }
  }

  /** True if nothing was found in any way. */
  public boolean nothing() {
    return parts.stream().allMatch(part -> part.rows().isEmpty());
  }
}
