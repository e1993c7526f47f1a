package org.bihuan.services.appeals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The riders' own entrance: big targets, the matters they usually have first. */
@Controller
@Open(reason = "riders raise matters at the roadside, without an account")
class RiderPages {

  private static final String APPEAL = "appeal";
  private static final String RIDER = "rider-";

  private final Procedures procedures;

  RiderPages(Procedures procedures) {
    this.procedures = procedures;
  }

  @GetMapping("/riders")
  ModelAndView riders() {
    var own = new LinkedHashMap<Boolean, List<Item>>();
    for (boolean rider : new boolean[] {true, false}) {
      own.put(
          rider,
          procedures.items().stream()
              .filter(i -> i.procedure().equals(APPEAL) && i.code().startsWith(RIDER) == rider)
              .toList());
    }
    return new ModelAndView(
        "appeals/riders", Map.of("own", own.get(true), "others", own.get(false)));
  }
}
