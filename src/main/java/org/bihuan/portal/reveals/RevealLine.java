package org.bihuan.portal.reveals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;

/**
 * One row of the log of what was shown in full, with words for its codes.
 *
 * @param who the colleague who was shown it
 * @param fields names of the values, comma between
 */
public record RevealLine(
    UUID id,
    Instant at,
    String who,
    Text unit,
    String number,
    List<String> fields,
    String reason,
    String from) {

  public RevealLine {
    fields = List.copyOf(fields);
  }

  /** The row of a file. */
  List<String> cells(String language) {
    return List.of(
        at.toString(),
        who,
        unit.in(Locale.of(language)),
        number,
        String.join(" ", fields),
        reason,
        from);
  }
}
