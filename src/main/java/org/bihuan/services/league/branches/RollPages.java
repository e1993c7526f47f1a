package org.bihuan.services.league.branches;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rolls.RollRefusal;
import org.bihuan.services.league.rolls.Rolls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Files of members: sent, looked at, taken in, and what was not. */
@Controller
@Needs(Role.HANDLER)
class RollPages {

  private static final int SHOWN = 20;

  private final Rolls rolls;
  private final Organisations organisations;

  RollPages(Rolls rolls, Organisations organisations) {
    this.rolls = rolls;
    this.organisations = organisations;
  }

  @GetMapping("/desk/league/rolls")
  ModelAndView list(Actor actor) {
    return list(actor, List.of());
  }

  private ModelAndView list(Actor actor, List<FieldError> errors) {
    var page = new ModelAndView("league/rolls");
    page.addObject("rolls", rolls.latest(organisations.hand(actor), SHOWN));
    page.addObject("typed", Typed.NOTHING.with(errors));
    if (!errors.isEmpty()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  /** Looks through a file; nothing is taken in by this. */
  @PostMapping("/desk/league/rolls")
  ModelAndView give(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return list(actor, refused(RollRefusal.NO_FILE));
    }
    var name = String.valueOf(file.getOriginalFilename());
    var given = rolls.give(name, file.getBytes(), organisations.hand(actor));
    return switch (given) {
      case Rolls.Given.Refused(var why) -> list(actor, refused(why));
      case Rolls.Given.Seen(var preview) ->
          new ModelAndView("redirect:/desk/league/rolls/" + preview.roll().id());
    };
  }

  private static List<FieldError> refused(RollRefusal why) {
    return List.of(new FieldError("file", why.code(), why.message()));
  }

  @GetMapping("/desk/league/rolls/{id}")
  ModelAndView one(@PathVariable String id, Actor actor) {
    var hand = organisations.hand(actor);
    var roll = rolls.find(roll(id), hand).orElseThrow(RollPages::unknown);
    var page = new ModelAndView("league/roll");
    page.addObject("roll", roll);
    page.addObject("preview", rolls.preview(roll.id(), hand).orElse(null));
    return page;
  }

  /** Takes in what is not yet in; sent again, it goes on or does nothing. */
  @PostMapping("/desk/league/rolls/{id}")
  ModelAndView take(@PathVariable String id, Actor actor) {
    var taken = rolls.take(roll(id), organisations.hand(actor)).orElseThrow(RollPages::unknown);
    return new ModelAndView("redirect:/desk/league/rolls/" + taken.id());
  }

  @GetMapping("/desk/league/rolls/{id}/faults.xlsx")
  ResponseEntity<byte[]> faults(@PathVariable String id, Actor actor, Locale language) {
    var file = rolls.faults(roll(id), organisations.hand(actor), language);
    return LeagueBoardPages.file("faults.xlsx", file.orElseThrow(RollPages::unknown));
  }

  @GetMapping("/desk/league/template.xlsx")
  ResponseEntity<byte[]> template() {
    return LeagueBoardPages.file("members.xlsx", rolls.template());
  }

  private static UUID roll(String id) {
    return BranchPages.uuid(id).orElseThrow(RollPages::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
