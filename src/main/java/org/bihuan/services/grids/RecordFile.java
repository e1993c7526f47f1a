package org.bihuan.services.grids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.services.grids.MatterList.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A visit, patrol or report as it stands.
 *
 * @param id chosen when it was written
 * @param grid code of the grid
 * @param kind on which round
 * @param matter code of the list
 * @param state what has to happen
 * @param caseId the matter that was opened for it; absent if none
 * @param worker who wrote it
 * @param at when it was written, also without network
 * @param version counts its versions
 * @param fields what it says, by the names of {@link RecordFields}
 */
record RecordFile(
    UUID id,
    String grid,
    Kind kind,
    String matter,
    State state,
    @Nullable UUID caseId,
    UUID worker,
    Instant at,
    long version,
    Map<String, String> fields) {

  RecordFile {
    fields = Map.copyOf(fields);
  }

  /** What has to happen. */
  enum State {
    /** Somebody has to come again. */
    OPEN,
    /** Nothing more. */
    SETTLED,
    /** Others do it: a matter was opened. */
    PASSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The day somebody comes again; absent if nobody has to. */
  @Nullable LocalDate again() {
    return state == State.OPEN ? RecordFields.day(field(RecordFields.AGAIN)) : null;
  }

  /** The same saying something else: a day to come again makes it open, none settles it. */
  RecordFile saying(Map<String, String> said) {
    boolean comes = RecordFields.day(said.getOrDefault(RecordFields.AGAIN, "")) != null;
    var next = comes ? State.OPEN : State.SETTLED;
    return new RecordFile(
        id,
        grid,
        kind,
        matter,
        state == State.PASSED ? State.PASSED : next,
        caseId,
        worker,
        at,
        version + 1,
        said);
  }
}
