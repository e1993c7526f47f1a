package org.bihuan.foundation.letters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox: what waits, what went, what was given up; addresses masked. */
@Controller
@RequestMapping("/admin/letters")
@Needs(Role.ADMIN)
class LetterPages {

  private static final int PAGE = 50;
  private static final Text AGAIN = new Text("已重新排入发送", "It will be tried again");
  private static final Text NOT_AGAIN =
      new Text("这封信不在“已放弃”中，未作改动", "This letter was not given up; nothing was changed");

  private final Letters letters;

  LetterPages(Letters letters) {
    this.letters = letters;
  }

  @GetMapping
  ModelAndView outbox(
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(required = false) @Nullable UUID before) {
    var asked = state(state);
    var found = letters.outbox(asked, before, PAGE + 1);
    var more = found.size() > PAGE;
    var shown = more ? found.subList(0, PAGE) : found;
    var page = new ModelAndView("letters/outbox");
    page.addAllObjects(
        Map.of("letters", shown, "state", asked, "states", List.of(Post.State.values())));
    page.addObject("next", more ? shown.getLast().id().toString() : null);
    page.addObject("first", before == null);
    return page;
  }

  @PostMapping("/{id}/again")
  String again(@PathVariable UUID id, RedirectAttributes later) {
    boolean done = letters.again(id);
    later.addFlashAttribute(done ? "done" : "refusal", done ? AGAIN : NOT_AGAIN);
    return "redirect:/admin/letters?state="
        + (done ? Post.State.WAITING : Post.State.GIVEN_UP).code();
  }

  /** What nobody can mean shows what waits. */
  private static Post.State state(String asked) {
    for (var state : Post.State.values()) {
      if (state.code().equals(asked)) {
        return state;
      }
    }
    return Post.State.WAITING;
  }
}
