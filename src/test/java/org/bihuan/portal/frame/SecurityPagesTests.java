package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityPagesTests extends HouseVisits {

  @Nested
  class People {

    @Test
    void signInAndOut() {
      assertThat(get("/testing/handler").headers().firstValue("Location").orElse(""))
          .endsWith("/sign-in");
      var before = session();
      assertThat(signIn("handler", password)).contains("/testing/handler");
      assertThat(session()).isNotEmpty().isNotEqualTo(before);
      assertThat(get("/testing/handler").body()).isEqualTo("handler");
      assertThat(get("/testing/open").body()).isEqualTo("handler");
      var out = send(form("/sign-out", csrf()));
      assertThat(out.statusCode()).isEqualTo(302);
      assertThat(get("/testing/handler").statusCode()).isEqualTo(302);
    }

    @Test
    void areToldTheSameForUnknownAndWrong() {
      assertThat(signIn("handler", "wrong")).isEqualTo("/sign-in?failed");
      assertThat(signIn("nobody", "wrong")).isEqualTo("/sign-in?failed");
      for (int i = 0; i < 4; i++) {
        signIn("handler", "wrong");
      }
      assertThat(signIn("handler", password)).isEqualTo("/sign-in?wait");
      assertThat(get("/sign-in?wait").body()).contains("登录尝试次数过多");
    }

    @Test
    void needTheRole() {
      done(staff.setRoles("handler", Set.of(Role.CALLER)));
      signIn("handler", password);
      var answer = get("/testing/handler");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("您不能查看这个页面");
    }

    @Test
    void loseTheirRightsAtOnce() {
      signIn("handler", password);
      assertThat(get("/testing/handler").statusCode()).isEqualTo(200);
      done(staff.setRoles("handler", Set.of(Role.CALLER)));
      assertThat(get("/testing/handler").statusCode()).isEqualTo(403);
      done(staff.reset("handler"));
      assertThat(get("/testing/handler").statusCode()).isEqualTo(302);
    }

    @Test
    void changeNothingWithoutTheHiddenField() {
      signIn("handler", password);
      var csrf = csrf();
      assertThat(send(form("/testing/handler", "wrong")).statusCode()).isEqualTo(403);
      assertThat(send(form("/testing/handler", csrf)).body()).isEqualTo("changed");
      var foreign = form("/testing/handler", csrf).header("Sec-Fetch-Site", "cross-site");
      assertThat(send(foreign).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/testing/unmarked,302", "/testing/both,302", "/testing/no-role,302"})
    void cannotReachARouteThatSaysNothing(String path, int status) {
      assertThat(get(path).statusCode()).isEqualTo(status);
      signIn("handler", password);
      assertThat(get(path).statusCode()).isEqualTo(403);
      assertThat(get(path).body()).doesNotContain("reached");
    }

    @Test
    void seeAPlainPageForWhatIsMissing() {
      var answer = get("/nothing-here");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("没有找到这个页面");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health,200", "/actuator/env,403", "/actuator,403"})
    void seeOfTheMachineryOnlyItsHealth(String path, int status) {
      var answer = get(path).statusCode();
      assertThat(answer == 302 ? 403 : answer).isEqualTo(status);
    }

    private String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("JSESSIONID"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }
  }

  @Nested
  class Headers {

    @ParameterizedTest
    @CsvSource({"/sign-in", "/api/v1/units/testing", "/nothing-here"})
    void guardEveryAnswer(String path) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void keepCookiesFromScriptsAndOtherSites() {
      get("/testing/handler");
      var set = get("/sign-in").headers().allValues("Set-Cookie");
      var first = get("/testing/handler").headers().allValues("Set-Cookie");
      for (var cookie : Stream.concat(set.stream(), first.stream()).toList()) {
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
      }
      assertThat(cookies.getCookieStore().getCookies()).isNotEmpty();
    }
  }
}
