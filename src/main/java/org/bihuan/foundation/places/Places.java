package org.bihuan.foundation.places;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.places.PlaceSql.Edition;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of the district: its streets, communities and grids. They come from the file {@code
 * places/<district>.yaml}; look-ups are answered from memory.
 */
@Component
public class Places {

  private final PlaceSql sql;
  private final Clock clock;
  private final String district;
  private volatile @Nullable PlaceMap map;

  Places(PlaceSql sql, Clock clock, District district) {
    this.sql = sql;
    this.clock = clock;
    this.district = Integer.toString(district.code());
  }

  /**
   * Brings the tables to the edition of the file; does nothing if they are there already. Throws
   * {@link IllegalStateException} if a file was changed and its version was not.
   */
  @Transactional
  public void load() {
    load(DataFile.resource("places/" + district + ".yaml"));
  }

  /** The place with this code, also one that is no longer in use. */
  public Optional<Area> find(String code) {
    return Optional.ofNullable(map().areas().get(code));
  }

  /** The streets of the district, by code. */
  public List<Area> streets() {
    return map().under(district);
  }

  /** The places directly under a place, by code; empty for a grid or an unknown code. */
  public List<Area> under(String code) {
    return map().under(code);
  }

  /** From the district down to the place itself; empty for an unknown code. */
  public List<Area> path(String code) {
    return map().path(code);
  }

  /** The card of a grid; empty if the code is not a grid's. */
  public Optional<Grid> grid(String code) {
    return Optional.ofNullable(map().grids().get(code));
  }

  void load(DataFile data) {
    var file = data.as(PlaceFile.class);
    var edition = new Edition(file.version(), data.digest());
    var newest = sql.newest();
    if (newest
        .filter(old -> old.version() == edition.version() && !old.equals(edition))
        .isPresent()) {
      throw new IllegalStateException(
          "the file of places changed but its version is still " + edition.version());
    }
    boolean newer = newest.isEmpty() || newest.get().version() < edition.version();
    if (newer && sql.addEdition(edition, clock.instant())) {
      file.rows().forEach(row -> sql.put(row, edition.version()));
    }
    map = null;
  }

  private PlaceMap map() {
    var known = map;
    if (known == null) {
      known = PlaceMap.of(sql.all());
      map = known;
    }
    return known;
  }
}
