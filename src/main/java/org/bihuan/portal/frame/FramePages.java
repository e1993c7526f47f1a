package org.bihuan.portal.frame;

import org.bihuan.foundation.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door. */
@Controller
class FramePages {

  @GetMapping("/")
  @Open(reason = "the front door")
  String home() {
    return "portal/home";
  }
}
