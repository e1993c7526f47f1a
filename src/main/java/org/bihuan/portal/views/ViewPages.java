package org.bihuan.portal.views;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of kept views: keeping one, deleting one, choosing the one the desk opens with. */
@Controller
@RequestMapping("/desk/views")
@Needs.Desk
class ViewPages {

  private final Views views;

  ViewPages(Views views) {
    this.views = views;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(actor, Typed.NOTHING);
  }

  @PostMapping
  ModelAndView keep(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var asked =
        new View.Asked(
            typed.value("queue"),
            given(typed, "unit"),
            given(typed, "state"),
            given(typed, "due"),
            given(typed, "q"),
            given(typed, "kind"));
    var columns = typed.values().getOrDefault("cols", List.of());
    boolean first = typed.has("first", "true");
    return switch (views.keep(actor, typed.value("name"), asked, columns, first)) {
      case View.Outcome.Kept(var view) -> new ModelAndView("redirect:/desk?view=" + view.id());
      case View.Outcome.Refused(var refusal) -> {
        var error = new FieldError("name", refusal.name(), refusal.message());
        var page = page(actor, typed.with(List.of(error)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private static @Nullable String given(Typed typed, String field) {
    var value = typed.value(field).strip();
    return value.isEmpty() ? null : value;
  }

  @PostMapping("/{id}/delete")
  String delete(@PathVariable UUID id, Actor actor) {
    views.drop(actor, id);
    return "redirect:/desk/views";
  }

  @PostMapping("/{id}/first")
  String first(@PathVariable UUID id, Actor actor) {
    views.first(actor, id);
    return "redirect:/desk/views";
  }

  private ModelAndView page(Actor actor, Typed typed) {
    return new ModelAndView("desk/views", Map.of("views", views.of(actor), "typed", typed));
  }
}
