package org.bihuan.portal.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Text;
import org.springframework.stereotype.Component;

/** Turns codes and ids into the names people know; a code nobody knows stays as it is. */
@Component
public final class Naming {

  private static final Text CLOCK = new Text("系统计时", "The clock");

  private final Units units;
  private final Places places;
  private final People people;
  private final Staff staff;

  Naming(Units units, Places places, People people, Staff staff) {
    this.units = units;
    this.places = places;
    this.people = people;
    this.staff = staff;
  }

  public Text unit(String code) {
    return units.find(code).map(WorkUnit::name).orElse(new Text(code, code));
  }

  /** The places from the street down, the district left out. */
  public Text area(String code) {
    var path = places.path(code);
    var shown = path.size() > 1 ? path.subList(1, path.size()) : path;
    if (shown.isEmpty()) {
      return new Text(code, code);
    }
    var zh = new ArrayList<String>();
    var en = new ArrayList<String>();
    for (Area area : shown) {
      zh.add(area.name().zh());
      en.addFirst(area.name().en());
    }
    return new Text(String.join("", zh), String.join(", ", en));
  }

  public Optional<Person> person(UUID id) {
    return people.find(id);
  }

  /** The people with these ids, masked. */
  public Map<UUID, String> masked(Collection<UUID> ids) {
    return people.findAll(ids).values().stream()
        .collect(Collectors.toMap(Person::id, Person::maskedName));
  }

  /** Who did something: staff by name, the person who raised the matter masked. */
  public Map<UUID, Text> actors(Collection<UUID> ids, UUID applicant) {
    var names = new HashMap<UUID, Text>();
    staff.names(ids).forEach((id, name) -> names.put(id, new Text(name, name)));
    names.put(Actor.CLOCK.id(), CLOCK);
    person(applicant)
        .map(Person::maskedName)
        .ifPresent(name -> names.put(applicant, new Text(name, name)));
    return names;
  }

  /** The units in use, for a select. */
  public Map<String, Text> units() {
    return units.all().stream()
        .collect(Collectors.toMap(WorkUnit::code, WorkUnit::name, (a, _) -> a, LinkedHashMap::new));
  }
}
