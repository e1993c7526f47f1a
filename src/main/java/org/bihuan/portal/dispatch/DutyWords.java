package org.bihuan.portal.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.routing.Duty;
import org.bihuan.loop.routing.DutyList;
import org.bihuan.portal.naming.Naming;
import org.springframework.stereotype.Component;

/** The duty list in words. */
@Component
final class DutyWords {

  private static final Text EVERYTHING = new Text("所有事项", "Every matter");
  private static final Text NOTHING = new Text("没有一行写到此事", "No row names this matter");
  private static final Text STREET = new Text("所在街道办事处", "The office of the street concerned");

  private final Procedures procedures;
  private final Places places;
  private final Naming naming;

  DutyWords(Procedures procedures, Places places, Naming naming) {
    this.procedures = procedures;
    this.places = places;
    this.naming = naming;
  }

  /** What a row names: matter, then place. */
  Text names(Duty duty) {
    var zh = new ArrayList<String>();
    var en = new ArrayList<String>();
    add(matter(duty), zh, en);
    var area = duty.area();
    if (area != null) {
      add(naming.area(area), zh, en);
    }
    return new Text(String.join(" · ", zh), String.join(" · ", en));
  }

  private static void add(Text text, List<String> zh, List<String> en) {
    zh.add(text.zh());
    en.add(text.en());
  }

  private Text matter(Duty duty) {
    var item = duty.item();
    var procedure = duty.procedure();
    if (item != null) {
      return procedures.item(item).map(Item::title).orElse(new Text(item, item));
    }
    return procedure == null ? EVERYTHING : kind(procedure);
  }

  private Text kind(String procedure) {
    return procedures.all().stream()
        .filter(one -> one.id().equals(procedure))
        .findFirst()
        .map(one -> one.title())
        .orElse(new Text(procedure, procedure));
  }

  Text nothing() {
    return NOTHING;
  }

  Text unit(String code) {
    return code.equals(DutyList.STREET_OFFICE) ? STREET : naming.unit(code);
  }

  Map<String, Text> units() {
    return naming.units();
  }

  /** Every matter that can be tried, by {@code item}. */
  Map<String, Text> matters() {
    var matters = new LinkedHashMap<String, Text>();
    procedures.items().forEach(item -> matters.put(item.code(), item.title()));
    return matters;
  }

  /** Every street, community and grid, by code. */
  Map<String, Text> places() {
    var all = new LinkedHashMap<String, Text>();
    places.streets().forEach(street -> put(street, all));
    return all;
  }

  private void put(Area area, Map<String, Text> all) {
    all.put(area.code(), naming.area(area.code()));
    places.under(area.code()).forEach(below -> put(below, all));
  }
}
