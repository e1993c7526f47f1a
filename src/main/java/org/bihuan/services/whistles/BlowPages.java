package org.bihuan.services.whistles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.sight.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** The form that blows the whistle: what, where, and who is called, with the reason. */
@Controller
@RequestMapping("/desk/whistles/new")
@Needs(Role.HANDLER)
class BlowPages {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Whistles whistles;
  private final Proposals proposals;
  private final Procedures procedures;
  private final Forms forms;
  private final Sights sights;

  BlowPages(
      Whistles whistles, Proposals proposals, Procedures procedures, Forms forms, Sights sights) {
    this.whistles = whistles;
    this.proposals = proposals;
    this.procedures = procedures;
    this.forms = forms;
    this.sights = sights;
  }

  @GetMapping
  ModelAndView form(@RequestParam(defaultValue = "") String from, Actor actor) {
    var appeal = appeal(from, actor);
    return page(proposals.begun(appeal), appeal, actor);
  }

  @PostMapping
  ModelAndView blow(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var appeal = appeal(typed.value("from"), actor);
    if (typed.value("step").equals("propose")) {
      return page(proposals.proposed(typed), appeal, actor);
    }
    var read = forms.factsFrom(procedures.latest(Whistles.WHISTLE).form(), typed.under("facts."));
    var facts = (ObjectNode) read.facts();
    whistles.street(actor).ifPresent(street -> facts.put("street", street.code()));
    return switch (whistles.blow(blowing(typed, appeal, facts), actor)) {
      case Blown.Done(var file) -> WhistleDoor.whistle(file);
      case Blown.Refused(var errors) -> {
        var page = page(typed.with(errors), appeal, actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private Blowing blowing(Typed typed, @Nullable CaseView appeal, ObjectNode facts) {
    var key = typed.value("key");
    var id = KEY.matcher(key).matches() ? UUID.fromString(key) : proposals.key();
    var others = typed.values().getOrDefault("with", List.of());
    var reasons = proposals.reasons(typed.value("duty"), appeal);
    return new Blowing(new CaseId(id), appeal, typed.value("title"), facts, others, reasons);
  }

  /** A matter that is not the street's to whistle for is none. */
  private @Nullable CaseView appeal(String number, Actor actor) {
    return sights
        .find(WhistlePages.ROUTE, number, actor)
        .filter(file -> whistles.mayBlow(file, actor))
        .orElse(null);
  }

  private ModelAndView page(Typed typed, @Nullable CaseView appeal, Actor actor) {
    var model =
        new ModelAndView(
            "whistles/blow",
            Map.of(
                "typed", typed,
                "key",
                    typed.value("key").isEmpty() ? proposals.key().toString() : typed.value("key"),
                "kinds", proposals.kinds(),
                "duties", proposals.duties(),
                "departments", proposals.departments(),
                "reasons", new ArrayList<>(proposals.lines(typed.value("duty"), appeal)),
                "street", whistles.street(actor).isPresent()));
    if (appeal != null) {
      model.addObject(
          "appeal",
          new WhistleSheet.Relative(appeal.identity().number().value(), appeal.subject().title()));
    }
    return model;
  }
}
