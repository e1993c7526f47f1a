package org.bihuan.services.causes;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/** What a cause must say before it is written down; every fault is named. */
@Component
class CauseRules {

  private static final int LONGEST_TITLE = 200;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 4000;
  private static final int LONGEST_WHY = 500;

  private final Procedures procedures;
  private final Places places;
  private final Units units;

  CauseRules(Procedures procedures, Places places, Units units) {
    this.procedures = procedures;
    this.places = places;
    this.units = units;
  }

  List<FieldError> faults(Causes.Draft draft) {
    var faults = new ArrayList<FieldError>();
    int title = length(draft.title().strip());
    if (title < 1 || title > LONGEST_TITLE || unstorable(draft.title())) {
      faults.add(fault("title", "请填写名称，不超过200字", "Name it, at most 200 characters"));
    }
    int description = length(draft.description().strip());
    if (description < SHORTEST || description > LONGEST || unstorable(draft.description())) {
      faults.add(fault("description", "请说明问题，10至4000字", "Describe it in 10 to 4000 characters"));
    }
    if (draft.items().isEmpty()
        || draft.items().stream().anyMatch(item -> procedures.item(item).isEmpty())) {
      faults.add(fault("items", "请至少选择一个事项", "Choose at least one kind of matter"));
    }
    if (places.find(draft.area()).isEmpty()) {
      faults.add(fault("area", "请选择地点", "Choose the place"));
    }
    if (!units.codes().contains(draft.unit())) {
      faults.add(fault("unit", "请选择整改单位", "Choose the unit that puts it right"));
    }
    if (!reasoned(draft.why())) {
      faults.add(new FieldError("why", "why-needed", CauseRefusal.WHY_NEEDED.message()));
    }
    return faults;
  }

  /** True if a reason was given that can be kept. */
  static boolean reasoned(String why) {
    return !why.isBlank() && length(why) <= LONGEST_WHY && !unstorable(why);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean unstorable(String text) {
    return text.indexOf('\0') >= 0
        || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static FieldError fault(String field, String zh, String en) {
    return new FieldError(field, "required", new Text(zh, en));
  }
}
