package org.bihuan.services.grids;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Administrators say who looks after which grid; the public cards follow at once. */
@Controller
@RequestMapping("/admin/grids")
@Needs(Role.ADMIN)
class PostPages {

  private final Posts posts;
  private final Places places;

  PostPages(Posts posts, Places places) {
    this.posts = posts;
    this.places = places;
  }

  @GetMapping
  ModelAndView list() {
    return page(Typed.NOTHING);
  }

  @PostMapping
  ModelAndView give(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var outcome =
        posts.give(typed.value("grid"), typed.value("login"), typed.value("phone"), actor);
    return answered(outcome, typed);
  }

  @PostMapping("/{id}/end")
  ModelAndView end(@PathVariable UUID id, Actor actor) {
    return answered(posts.end(id, actor), Typed.NOTHING);
  }

  private ModelAndView answered(GridPost.Outcome outcome, Typed typed) {
    return switch (outcome) {
      case GridPost.Outcome.Done _ -> new ModelAndView("redirect:/admin/grids");
      case GridPost.Outcome.Refused(var refusal) -> {
        var error = new FieldError(refusal.field(), "refused", refusal.message());
        var page = page(typed.with(List.of(error)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ModelAndView page(Typed typed) {
    var workers = new LinkedHashMap<String, String>();
    var names = new LinkedHashMap<UUID, String>();
    for (StaffMember worker : posts.workers()) {
      workers.put(worker.login(), worker.name() + "（" + worker.login() + "）");
      names.put(worker.id(), worker.name());
    }
    return new ModelAndView(
        "grids/posts",
        Map.of("typed", typed, "grids", grids(), "lines", lines(names), "workers", workers));
  }

  private Map<String, Text> grids() {
    var grids = new LinkedHashMap<String, Text>();
    places.streets().forEach(street -> put(street, grids));
    return grids;
  }

  private void put(Area area, Map<String, Text> grids) {
    if (area.kind() == Area.Kind.GRID) {
      grids.put(area.code(), area.name());
    }
    places.under(area.code()).forEach(below -> put(below, grids));
  }

  private List<GridPost.Line> lines(Map<UUID, String> names) {
    var held = posts.held();
    var lines = new ArrayList<GridPost.Line>();
    grids()
        .forEach(
            (code, name) -> {
              var post = held.get(code);
              lines.add(
                  new GridPost.Line(
                      name, post, post == null ? "" : names.getOrDefault(post.staff(), "")));
            });
    return lines;
  }
}
