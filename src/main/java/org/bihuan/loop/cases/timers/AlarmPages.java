package org.bihuan.loop.cases.timers;

import java.util.UUID;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the clock could not do by itself, for those who look after the house. */
@Controller
@RequestMapping("/admin/alarms")
@Needs(Role.ADMIN)
class AlarmPages {

  private static final int MOST = 200;
  private static final Text AGAIN = new Text("已安排立即重试", "It is tried again at once");
  private static final Text NOT_AGAIN =
      new Text("这一项已经处理完，未作改动", "This one is done with; nothing was changed");

  private final StuckAlarms stuck;

  AlarmPages(StuckAlarms stuck) {
    this.stuck = stuck;
  }

  @GetMapping
  ModelAndView list() {
    return new ModelAndView("alarms/list", "alarms", stuck.all(MOST));
  }

  @PostMapping("/again")
  String again(
      @RequestParam("case") UUID caseId,
      @RequestParam String clock,
      @RequestParam int run,
      RedirectAttributes later) {
    boolean done = stuck.again(caseId, clock, run);
    later.addFlashAttribute(done ? "done" : "refusal", done ? AGAIN : NOT_AGAIN);
    return "redirect:/admin/alarms";
  }
}
