package org.bihuan.portal.frame;

import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of every kind, good and bad. */
final class TestingRoutes {

  private TestingRoutes() {}

  /** Routes that say who may use them. */
  @TestComponent
  @RestController
  @Needs(Role.HANDLER)
  static class Marked {

    @GetMapping("/testing/open")
    @Open(reason = "a test")
    String open(@Nullable Actor actor) {
      return actor == null ? "nobody" : actor.name();
    }

    @GetMapping("/testing/handler")
    String handler(Actor actor) {
      return actor.name();
    }

    @PostMapping("/testing/handler")
    String change(Actor actor) {
      return "changed";
    }

    @GetMapping("/api/v1/units/testing")
    @Open(reason = "a test")
    String openApi(@Nullable Actor actor) {
      return actor == null ? "nobody" : actor.name();
    }

    @GetMapping("/api/v1/testing")
    String api(Actor actor, @RequestParam(defaultValue = "1") int number) {
      return actor.name();
    }

    @PostMapping(path = "/api/v1/testing", consumes = "application/json")
    Map<String, Object> post(@RequestBody Map<String, Object> body) {
      return body;
    }

    @GetMapping("/api/v1/testing/fault")
    String fault() {
      throw new IllegalArgumentException("secret words");
    }
  }

  /** Routes that say nothing, or too much. */
  @TestComponent
  @RestController
  static class Unmarked {

    @GetMapping("/testing/unmarked")
    String unmarked() {
      return "reached";
    }

    @GetMapping("/api/v1/testing/unmarked")
    String api() {
      return "reached";
    }

    @GetMapping("/testing/both")
    @Open(reason = "a test")
    @Needs(Role.HANDLER)
    String both() {
      return "reached";
    }

    @GetMapping("/testing/no-role")
    @Needs({})
    String noRole() {
      return "reached";
    }
  }
}
