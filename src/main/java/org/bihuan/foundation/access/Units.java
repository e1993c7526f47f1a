package org.bihuan.foundation.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.UnitSql.Edition;
import org.bihuan.foundation.access.UnitSql.StoredUnit;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The units of the district. They come from the file {@code units/<district>.yaml}; look-ups are
 * answered from memory.
 */
@Component
public class Units {

  private final UnitSql sql;
  private final Places places;
  private final Clock clock;
  private final int district;
  private volatile @Nullable Known known;

  Units(UnitSql sql, Places places, Clock clock, District district) {
    this.sql = sql;
    this.places = places;
    this.clock = clock;
    this.district = district.code();
  }

  private record Known(
      Map<String, WorkUnit> byCode, List<WorkUnit> current, Set<String> codes, WorkUnit fallback) {}

  /**
   * Brings the tables to the edition of the file; call it after the places are loaded. Throws
   * {@link IllegalStateException} if a unit names a place that does not exist, or if the file was
   * changed and its version was not.
   */
  @Transactional
  public void load() {
    load(DataFile.resource("units/" + district + ".yaml"));
  }

  /** The unit with this code, also one that is no longer in use. */
  public Optional<WorkUnit> find(String code) {
    return Optional.ofNullable(known().byCode().get(code));
  }

  /** The units in use, by code. */
  public List<WorkUnit> all() {
    return known().current();
  }

  /** The codes of the units in use. */
  public Set<String> codes() {
    return known().codes();
  }

  /** A unit and every unit above it, itself first; empty if there is none of this code. */
  public List<String> line(@Nullable String code) {
    var line = new ArrayList<String>();
    for (var at = code; at != null && !line.contains(at); ) {
      line.add(at);
      at = find(at).map(WorkUnit::parent).orElse(null);
    }
    return List.copyOf(line);
  }

  /** The unit that takes what nobody else does. */
  public WorkUnit fallback() {
    return known().fallback();
  }

  /** The street office that looks after a place: a street, or a community or grid within one. */
  public Optional<WorkUnit> streetOffice(String area) {
    return known().current().stream()
        .filter(unit -> unit.kind() == WorkUnit.Kind.STREET && area.startsWith(unit.area()))
        .findFirst();
  }

  void load(DataFile data) {
    var file = data.as(UnitFile.class);
    var edition = new Edition(file.version(), data.digest(), file.fallback());
    var newest = sql.newest();
    if (newest.isPresent() && newest.get().version() == edition.version()) {
      if (!newest.get().equals(edition)) {
        throw new IllegalStateException(
            "the file of units changed but its version is still " + edition.version());
      }
    } else if (newest.isEmpty() || newest.get().version() < edition.version()) {
      store(file, edition);
    }
    known = null;
  }

  private void store(UnitFile file, Edition edition) {
    for (var entry : file.units()) {
      if (places.find(entry.area()).isEmpty()) {
        throw new IllegalStateException("unit " + entry.code() + ": no place " + entry.area());
      }
    }
    if (file.units().stream().noneMatch(entry -> entry.code().equals(file.fallback()))) {
      throw new IllegalStateException("the fallback is not among the units: " + file.fallback());
    }
    if (sql.addEdition(edition, clock.instant())) {
      file.units().forEach(entry -> sql.put(entry, edition.version()));
    }
  }

  private Known known() {
    var now = known;
    if (now == null) {
      now = read();
      known = now;
    }
    return now;
  }

  private Known read() {
    var stored = sql.all();
    var byCode = new LinkedHashMap<String, WorkUnit>();
    stored.forEach(row -> byCode.put(row.unit().code(), row.unit()));
    var fallback = sql.newest().map(edition -> byCode.get(edition.fallback()));
    var current = stored.stream().filter(StoredUnit::current).map(StoredUnit::unit).toList();
    return new Known(
        Map.copyOf(byCode),
        current,
        current.stream().map(WorkUnit::code).collect(Collectors.toUnmodifiableSet()),
        fallback.orElseThrow(() -> new IllegalStateException("the units are not loaded yet")));
  }
}
