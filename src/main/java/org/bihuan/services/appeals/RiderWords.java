package org.bihuan.services.appeals;

import java.util.LinkedHashMap;
import java.util.List;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Centres;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.intake.Counter;
import org.springframework.stereotype.Component;

/**
 * What a report says where nobody typed: the matter and the place. In Chinese, as every report of
 * the register that nobody wrote.
 */
@Component
final class RiderWords {

  private static final String TITLE = "title";
  private static final String STORY = "facts.description";

  private final Places places;
  private final Centres centres;

  RiderWords(Places places, Centres centres) {
    this.places = places;
    this.centres = centres;
  }

  /** The report with a title and a story; what was typed stays as it was typed. */
  Typed completed(Counter.Form form, Typed typed) {
    var values = new LinkedHashMap<>(typed.values());
    var where = where(typed);
    var what = form.item().title().zh();
    if (typed.value(TITLE).isBlank()) {
      values.put(TITLE, List.of(where.isEmpty() ? what : what + "（" + where + "）"));
    }
    if (typed.value(STORY).isBlank()) {
      values.put(STORY, List.of("骑手现场反映：" + what + "。" + form.item().summary().zh() + "。"));
    }
    return new Typed(values, typed.errors());
  }

  private String where(Typed typed) {
    var place = typed.value("facts.place").strip();
    if (!place.isEmpty()) {
      return place.length() > 60 ? place.substring(0, 60) : place;
    }
    return places.find(typed.value("area")).map(area -> area.name().zh()).orElse("");
  }

  /** The streets with the middle of each, where it is known. */
  List<Street> streets() {
    return places.streets().stream().map(this::street).toList();
  }

  private Street street(Area area) {
    return centres
        .of(area.code())
        .map(c -> new Street(area, c.latitude() + "," + c.longitude()))
        .orElse(new Street(area, ""));
  }

  int reach() {
    return centres.reach();
  }
}
