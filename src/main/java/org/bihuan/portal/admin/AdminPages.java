package org.bihuan.portal.admin;

import java.util.Map;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.timers.StuckAlarm;
import org.bihuan.loop.cases.timers.StuckAlarms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' entrance: what needs a person, and where everything else is. */
@Controller
@Needs(Role.ADMIN)
class AdminPages {

  private static final int MOST = 100;

  private final StuckAlarms stuck;

  AdminPages(StuckAlarms stuck) {
    this.stuck = stuck;
  }

  @GetMapping("/admin")
  ModelAndView home() {
    var parked = stuck.all(MOST).stream().filter(StuckAlarm::parked).count();
    return new ModelAndView("admin/home", Map.of("parked", parked, "most", parked == MOST));
  }
}
