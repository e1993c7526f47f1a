package org.bihuan.portal.frame;

import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where staff sign in; what they send is taken by the filter before it gets here. */
@Controller
class SignInPages {

  @GetMapping("/sign-in")
  @Open(reason = "one cannot be signed in before signing in")
  ModelAndView signIn(@Nullable Actor actor, @RequestParam Map<String, String> asked) {
    if (actor != null) {
      return new ModelAndView("redirect:/desk");
    }
    return new ModelAndView(
        "portal/sign-in",
        Map.of(
            "failed", asked.containsKey("failed"),
            "waiting", asked.containsKey("wait"),
            "out", asked.containsKey("out")));
  }
}
