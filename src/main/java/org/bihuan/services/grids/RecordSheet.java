package org.bihuan.services.grids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.evidence.StoredFile;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A record as its page shows it.
 *
 * @param line what it is, where, and where it stands
 * @param version edits say they were made over this one
 * @param fields what it says, by field
 * @param worker who wrote it
 * @param at when it was written
 * @param edits who wrote which version when
 * @param clashes edits that wait for somebody to choose
 * @param files photos and papers with it
 */
public record RecordSheet(
    Line line,
    long version,
    Map<String, String> fields,
    String worker,
    Instant at,
    List<Edit> edits,
    List<UUID> clashes,
    List<StoredFile> files) {

  public RecordSheet {
    fields = Map.copyOf(fields);
    edits = List.copyOf(edits);
    clashes = List.copyOf(clashes);
    files = List.copyOf(files);
  }

  /** One version. */
  public record Edit(long version, String by, Instant at) {}

  /**
   * A record in a list.
   *
   * @param about whom or where
   * @param kind visit, patrol or report
   * @param state open, settled or passed
   * @param again when somebody comes again; absent if nobody has to
   * @param late true if that day is over
   * @param file the matter that was opened for it; absent if none
   */
  public record Line(
      UUID id,
      Text matter,
      Text grid,
      String about,
      String kind,
      String state,
      @Nullable LocalDate again,
      boolean late,
      @Nullable FileLine file) {}

  /**
   * A matter that was opened for a record.
   *
   * @param number the matter
   * @param state in plain words
   * @param unit who has it
   * @param due when it has to be done; absent while nothing runs
   * @param asks true if the person is asked whether it is solved: time to knock again
   * @param over true once it is at an end
   */
  public record FileLine(
      String number, Text state, Text unit, @Nullable Instant due, boolean asks, boolean over) {}
}
