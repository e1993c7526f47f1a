package org.bihuan.services.stations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in the log what of a station became different. */
final class StationChanges {

  private StationChanges() {}

  /** What differs, old and new; names of fields are those of the form. */
  static String between(Station old, StationRules.Draft draft) {
    var said = new ArrayList<String>();
    add(said, "name", old.name().zh(), draft.name().zh());
    add(said, "kind", old.kind(), draft.kind());
    add(said, "area", old.place().area(), draft.place().area());
    add(said, "address", old.place().address().zh(), draft.place().address().zh());
    add(said, "way", old.place().way().zh(), draft.place().way().zh());
    add(said, "point", old.place().point().text(), draft.place().point().text());
    add(said, "phone", old.phone(), draft.phone());
    add(said, "unit", old.unit(), draft.unit());
    add(said, "week", old.hours().weekText(), draft.hours().weekText());
    add(said, "special", old.hours().specialText(), draft.hours().specialText());
    var had = old.facilities().stream().map(Station.Facility::code).sorted().toList();
    add(said, "facilities", had, draft.facilities().stream().sorted().toList());
    return String.join("; ", said);
  }

  private static void add(List<String> said, String field, Object old, Object fresh) {
    if (!Objects.equals(old, fresh)) {
      said.add(field + ": " + old + " → " + fresh);
    }
  }
}
