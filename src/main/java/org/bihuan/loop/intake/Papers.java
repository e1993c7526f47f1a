package org.bihuan.loop.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/** The blank papers on the counter: what can be raised, and the form for each. */
@Component
final class Papers {

  private final Procedures procedures;
  private final Forms forms;
  private final Places places;
  private final Units units;

  Papers(Procedures procedures, Forms forms, Places places, Units units) {
    this.units = units;
    this.procedures = procedures;
    this.forms = forms;
    this.places = places;
  }

  /** Everything a person can raise; kinds without items are for programs. */
  Counter.Catalogue catalogue() {
    var kinds = new LinkedHashMap<String, Map<Text, List<Item>>>();
    for (var item : procedures.items()) {
      kinds
          .computeIfAbsent(item.procedure(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(item.group(), _ -> new ArrayList<>())
          .add(item);
    }
    var shown = new ArrayList<Counter.Kind>();
    kinds.forEach(
        (id, groups) -> shown.add(new Counter.Kind(procedures.latest(id), groups(groups))));
    return new Counter.Catalogue(shown);
  }

  private static List<Counter.Group> groups(Map<Text, List<Item>> groups) {
    var shown = new ArrayList<Counter.Group>();
    groups.forEach((title, items) -> shown.add(new Counter.Group(title, items)));
    return shown;
  }

  /**
   * The form of an item; empty if there is no such item.
   *
   * @param staff true for a clerk, who is also asked what only staff can judge
   */
  Optional<Counter.Form> form(String item, boolean staff) {
    return procedures.item(item).map(found -> form(found, staff));
  }

  private Counter.Form form(Item item, boolean staff) {
    int revision = procedures.latest(item.procedure()).revision();
    var procedure = procedures.resolve(item.procedure(), revision, item.code());
    var streets = new LinkedHashMap<String, Text>();
    for (Area street : places.streets()) {
      streets.put(street.code(), street.name());
    }
    var key = UUID.randomUUID().toString();
    var fields =
        forms.fields(procedure.form()).stream()
            .filter(field -> staff || !is(procedure, field.name(), "x-staff"))
            .filter(field -> !is(procedure, field.name(), "x-fixed"))
            .toList();
    return new Counter.Form(item, procedure, fields, streets, units(), key);
  }

  /** Every unit but those that take matters in themselves. */
  private Map<String, Text> units() {
    var taking = units.line(units.fallback().code());
    var named = new LinkedHashMap<String, Text>();
    units.all().stream()
        .filter(unit -> !taking.contains(unit.code()))
        .forEach(unit -> named.put(unit.code(), unit.name()));
    return named;
  }

  private static boolean is(Procedure procedure, String field, String mark) {
    return procedure.form().path("properties").path(field).path(mark).asBoolean(false);
  }
}
