package org.bihuan.portal.desk;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.bihuan.loop.twins.Joined;
import org.bihuan.loop.twins.Joining;
import org.bihuan.loop.twins.TwinRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Matters that are likely the same: why, putting them together, and parting them. */
@Controller
@RequestMapping("/desk/cases/{number}/twins")
class TwinPages {

  private static final Text JOINED = new Text("并案", "Merge");
  private static final Text PARTED = new Text("恢复单独办理", "Handle on its own again");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Sights sights;
  private final TwinReading twins;
  private final Joining joining;

  TwinPages(Sights sights, TwinReading twins, Joining joining) {
    this.sights = sights;
    this.twins = twins;
    this.joining = joining;
  }

  @GetMapping
  @Needs.Desk
  ModelAndView twins(@PathVariable String number, Actor actor) {
    return page(file(number, actor), actor);
  }

  /**
   * The form that puts two matters together.
   *
   * @param other id of the other one
   * @param lead true if this one is the main case
   */
  record Form(@Nullable String other, @Nullable Boolean lead, @Nullable String why) {

    /** As joined, this one with the other; empty if that is no id. */
    private Optional<Joined> sent(Joining joining, CaseId here, Actor actor) {
      if (other == null || !ID.matcher(other).matches()) {
        return Optional.empty();
      }
      var there = new CaseId(UUID.fromString(other));
      var reason = Objects.requireNonNullElse(why, "");
      return Optional.of(
          Boolean.TRUE.equals(lead)
              ? joining.join(there, here, actor, reason)
              : joining.join(here, there, actor, reason));
    }
  }

  /** Puts two matters together. */
  @PostMapping
  @Needs({Role.DISPATCHER, Role.LEADER})
  ModelAndView join(@PathVariable String number, Form form, Actor actor, RedirectAttributes later) {
    var file = file(number, actor);
    var joined =
        form.sent(joining, file.identity().id(), actor)
            .orElseGet(() -> new Joined.Refused(TwinRefusal.UNKNOWN_CASE));
    later.addFlashAttribute("done", JOINED);
    return answer(page(file, actor), file, joined);
  }

  /** Lets this matter go its own way again. */
  @PostMapping("/part")
  @Needs({Role.DISPATCHER, Role.LEADER})
  ModelAndView part(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number, actor);
    later.addFlashAttribute("done", PARTED);
    return answer(page(file, actor), file, joining.part(file.identity().id(), actor, why));
  }

  private static ModelAndView answer(ModelAndView page, CaseView file, Joined joined) {
    return switch (joined) {
      case Joined.Done _ ->
          new ModelAndView("redirect:/desk/cases/" + file.identity().number().value());
      case Joined.Refused(var refusal) -> refused(page, refusal);
    };
  }

  private static ModelAndView refused(ModelAndView page, TwinRefusal refusal) {
    page.addObject("refusal", refusal.message());
    page.setStatus(
        refusal == TwinRefusal.WHY_NEEDED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    return page;
  }

  private ModelAndView page(CaseView file, Actor actor) {
    return new ModelAndView("desk/twins", Map.of("file", file, "twins", twins.of(file, actor)));
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(DeskPages.ROUTE, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
