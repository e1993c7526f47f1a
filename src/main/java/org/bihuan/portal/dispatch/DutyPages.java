package org.bihuan.portal.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.routing.DutyList;
import org.bihuan.loop.routing.DutyTrial;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The duty list, searched, and tried on a matter nobody has raised. */
@Controller
@Needs.Desk
class DutyPages {

  private static final Text CHOOSE_MATTER = new Text("请选择事项", "Choose the matter");
  private static final Text CHOOSE_PLACE = new Text("请选择地点", "Choose the place");

  private final DutyList duties;
  private final DutyWords words;
  private final Advising advising;
  private final Procedures procedures;
  private final Places places;

  DutyPages(
      DutyList duties, DutyWords words, Advising advising, Procedures procedures, Places places) {
    this.duties = duties;
    this.words = words;
    this.advising = advising;
    this.procedures = procedures;
    this.places = places;
  }

  @GetMapping("/desk/duty-list")
  ModelAndView list(@RequestParam MultiValueMap<String, String> asked) {
    var typed = Typed.of(asked);
    var page = new ModelAndView("dispatch/list");
    page.addObject("sheet", sheet(typed.value("q").strip()));
    page.addObject("typed", asked.containsKey("item") ? typed.with(errors(typed)) : typed);
    trial(typed)
        .ifPresent(
            trial -> {
              page.addObject("trial", DutySheet.Tried.of(trial, words));
              page.addObject("advice", advice(trial));
            });
    return page;
  }

  private Advice advice(DutyTrial trial) {
    return new Advice(advising.proposed(trial), advising.desks(Advising.units(trial)));
  }

  private DutySheet sheet(String q) {
    var rows =
        duties.rows().stream()
            .map(duty -> DutySheet.Row.of(duty, duties.source(), words))
            .filter(row -> row.holds(q.toLowerCase(Locale.ROOT)))
            .toList();
    return new DutySheet(rows, duties.version(), q, words.matters(), words.places());
  }

  private Optional<DutyTrial> trial(Typed typed) {
    var area = typed.value("area");
    return procedures
        .item(typed.value("item"))
        .filter(item -> places.find(area).isPresent())
        .map(item -> duties.tried(item.procedure(), item.code(), area));
  }

  private List<FieldError> errors(Typed typed) {
    var wrong = new ArrayList<FieldError>();
    if (procedures.item(typed.value("item")).isEmpty()) {
      wrong.add(new FieldError("item", "required", CHOOSE_MATTER));
    }
    if (places.find(typed.value("area")).isEmpty()) {
      wrong.add(new FieldError("area", "required", CHOOSE_PLACE));
    }
    return wrong;
  }

  /** So that a template needs no type of the list. */
  static Map<String, String> in(Page page, Map<String, Text> texts) {
    var shown = new LinkedHashMap<String, String>();
    texts.forEach((code, text) -> shown.put(code, page.text(text)));
    return shown;
  }
}
