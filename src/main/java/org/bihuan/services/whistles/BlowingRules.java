package org.bihuan.services.whistles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/** What a whistle must hold before it is blown; every fault is named. */
@Component
final class BlowingRules {

  private static final int LONGEST_TITLE = 200;

  private final Units units;
  private final Procedures procedures;
  private final Forms forms;
  private final ArrivalRules limits = ArrivalRules.SHIPPED;

  BlowingRules(Units units, Procedures procedures, Forms forms) {
    this.units = units;
    this.procedures = procedures;
    this.forms = forms;
  }

  /** Everything that is wrong, in the order of the form. */
  List<FieldError> errors(Blowing blowing) {
    var errors = new ArrayList<FieldError>();
    var title = blowing.title().strip();
    boolean shown = title.codePoints().noneMatch(Character::isISOControl);
    if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE || !shown) {
      errors.add(error(WhistleRefusal.TITLE));
    }
    errors.addAll(forms.check(procedures.latest(Whistles.WHISTLE).form(), blowing.facts()));
    var named = blowing.facts().path("unit").asString("");
    if (!named.isEmpty() && !departments().keySet().containsAll(called(blowing))) {
      errors.add(error(WhistleRefusal.UNKNOWN_UNIT));
    }
    if (called(blowing).size() > limits.mostUnits()) {
      errors.add(error(WhistleRefusal.TOO_MANY_UNITS));
    }
    return errors;
  }

  private static FieldError error(WhistleRefusal why) {
    return new FieldError(why.field(), why.name(), why.message());
  }

  /** The lead and the others, each once, the lead first. */
  List<String> called(Blowing blowing) {
    var called = new LinkedHashSet<String>();
    called.add(blowing.facts().path("unit").asString(""));
    called.addAll(blowing.others());
    return List.copyOf(called);
  }

  /** Who can be called: the departments of the district, not its desks and streets. */
  Map<String, WorkUnit> departments() {
    return units.all().stream()
        .filter(
            unit ->
                switch (unit.kind()) {
                  case BUREAU, PARTY -> true;
                  case OFFICE, DESK, STREET -> false;
                })
        .collect(
            Collectors.toMap(
                WorkUnit::code, unit -> unit, (a, _) -> a, java.util.LinkedHashMap::new));
  }
}
