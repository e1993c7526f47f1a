package org.bihuan.portal.desk;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.twins.Joined;
import org.bihuan.loop.twins.Joining;
import org.bihuan.loop.twins.TwinRefusal;
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

  private final Cases cases;
  private final TwinReading twins;
  private final Joining joining;

  TwinPages(Cases cases, TwinReading twins, Joining joining) {
    this.cases = cases;
    this.twins = twins;
    this.joining = joining;
  }

  @GetMapping
  @Needs.Desk
  ModelAndView twins(@PathVariable String number) {
    return page(file(number));
  }

  /**
   * Puts two matters together.
   *
   * @param lead true if this one is the main case
   */
  @PostMapping
  @Needs({Role.DISPATCHER, Role.LEADER})
  ModelAndView join(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "false") boolean lead,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number);
    if (!ID.matcher(other).matches()) {
      return refused(file, TwinRefusal.UNKNOWN_CASE);
    }
    var here = file.identity().id();
    var there = new CaseId(UUID.fromString(other));
    var joined =
        lead ? joining.join(there, here, actor, why) : joining.join(here, there, actor, why);
    return answer(file, joined, JOINED, later);
  }

  /** Lets this matter go its own way again. */
  @PostMapping("/part")
  @Needs({Role.DISPATCHER, Role.LEADER})
  ModelAndView part(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String why,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number);
    return answer(file, joining.part(file.identity().id(), actor, why), PARTED, later);
  }

  private ModelAndView answer(CaseView file, Joined joined, Text done, RedirectAttributes later) {
    return switch (joined) {
      case Joined.Done _ -> {
        later.addFlashAttribute("done", done);
        yield new ModelAndView("redirect:/desk/cases/" + file.identity().number().value());
      }
      case Joined.Refused(var refusal) -> refused(file, refusal);
    };
  }

  private ModelAndView refused(CaseView file, TwinRefusal refusal) {
    var page = page(file);
    page.addObject("refusal", refusal.message());
    page.setStatus(
        refusal == TwinRefusal.WHY_NEEDED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    return page;
  }

  private ModelAndView page(CaseView file) {
    return new ModelAndView("desk/twins", Map.of("file", file, "twins", twins.of(file)));
  }

  private CaseView file(String number) {
    return CaseNumber.parse(number)
        .flatMap(cases::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
