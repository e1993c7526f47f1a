package org.bihuan.foundation.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.places.PlaceSql.StoredArea;

/** The places of one edition in memory, in the order of their codes. */
record PlaceMap(
    Map<String, Area> areas, Map<String, List<Area>> children, Map<String, Grid> grids) {

  /** Places no file names any more can still be found, but are offered nowhere. */
  static PlaceMap of(List<StoredArea> rows) {
    var areas = new LinkedHashMap<String, Area>();
    var children = new LinkedHashMap<String, List<Area>>();
    var grids = new LinkedHashMap<String, Grid>();
    for (var row : rows) {
      var area = row.area();
      areas.put(area.code(), area);
      if (row.current() && area.parent() != null) {
        children.computeIfAbsent(area.parent(), code -> new ArrayList<>()).add(area);
      }
      if (row.officer() != null && row.phone() != null) {
        grids.put(area.code(), new Grid(area, row.officer(), row.phone()));
      }
    }
    children.replaceAll((code, list) -> List.copyOf(list));
    return new PlaceMap(Map.copyOf(areas), Map.copyOf(children), Map.copyOf(grids));
  }

  List<Area> under(String code) {
    return children.getOrDefault(code, List.of());
  }

  /** From the district down to the place itself; empty for an unknown code. */
  List<Area> path(String code) {
    var path = new ArrayList<Area>();
    var next = Optional.ofNullable(areas.get(code));
    while (next.isPresent()) {
      path.addFirst(next.get());
      next = Optional.ofNullable(next.get().parent()).map(areas::get);
    }
    return List.copyOf(path);
  }
}
