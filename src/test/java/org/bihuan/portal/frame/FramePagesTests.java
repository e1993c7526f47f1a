package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

class FramePagesTests {

  private final MockMvcTester browser = TestingFrame.browser(new FramePages(), new Others());

  @Nested
  class Home {

    @Test
    void isChineseUnlessTheReaderPrefersAnother() {
      assertThat(browser.get().uri("/"))
          .hasStatusOk()
          .hasHeader("Content-Language", "zh-CN")
          .bodyText()
          .contains("<html lang=\"zh-CN\">", "有事您说，件件有回音", "href=\"/?lang=en\"");
    }

    @Test
    void isEnglishForABrowserThatAsksForItFirst() {
      assertThat(browser.get().uri("/").header("Accept-Language", "en-GB,zh;q=0.8"))
          .bodyText()
          .contains("<html lang=\"en\">", "You will hear back");
      assertThat(browser.get().uri("/").header("Accept-Language", "fr,en;q=0.8"))
          .bodyText()
          .contains("<html lang=\"zh-CN\">");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
      assertThat(browser.get().uri("/?lang=en"))
          .cookies()
          .hasValue("lang", "en")
          .hasPath("lang", "/");
      assertThat(browser.get().uri("/").cookie(new Cookie("lang", "en")))
          .bodyText()
          .contains("You will hear back");
    }

    @Test
    void ignoresALanguageItDoesNotSpeak() {
      assertThat(browser.get().uri("/?lang=%22%3E%3Cscript%3E"))
          .hasStatusOk()
          .bodyText()
          .contains("lang=\"zh-CN\"")
          .doesNotContain("\"><script");
    }

    @Test
    void bringsNoInlineScriptNoInlineStyleAndNothingFromElsewhere() {
      assertThat(browser.get().uri("/"))
          .bodyText()
          .doesNotContain("<script>", "style=", "http://", "https://", "onclick");
    }
  }

  @Nested
  class SigningIn {

    @ParameterizedTest
    @CsvSource({"zh, 账号或密码不对", "en, not right"})
    void saysThatItFailedWithoutSayingWhich(String language, String words) {
      assertThat(browser.get().uri("/others/sign-in?lang={l}", language))
          .bodyText()
          .contains(words, "name=\"username\"", "autocomplete=\"current-password\"");
    }
  }

  @Nested
  class Failing {

    private final PageErrors errors = new PageErrors();

    @ParameterizedTest
    @CsvSource({
      "404, missing",
      "403, forbidden",
      "401, forbidden",
      "429, busy",
      "503, busy",
      "400, request",
      "422, request",
      "500, fault",
      "502, fault"
    })
    void namesOneOfFiveKinds(int status, String kind) {
      var view =
          errors.resolveErrorView(
              new MockHttpServletRequest(), HttpStatus.valueOf(status), Map.of());

      assertThat(view.getModel()).containsEntry("kind", kind);
      assertThat(view.getStatus()).isEqualTo(HttpStatus.valueOf(status));
    }

    @Test
    void isDrawnInBothLanguages() {
      for (var kind : List.of("missing", "forbidden", "busy", "request", "fault")) {
        assertThat(browser.get().uri("/others/error?kind={k}&lang=zh", kind))
            .bodyText()
            .contains("0352-12345", "回到首页");
        assertThat(browser.get().uri("/others/error?kind={k}&lang=en", kind))
            .bodyText()
            .contains("0352-12345", "Home");
      }
    }
  }

  /** Views whose controllers belong to others. */
  @Controller
  static class Others {

    @GetMapping("/others/sign-in")
    ModelAndView signIn() {
      return new ModelAndView("portal/sign-in", Map.of("failed", true));
    }

    @GetMapping("/others/error")
    ModelAndView error(String kind) {
      return new ModelAndView("portal/error", Map.of("kind", kind));
    }
  }
}
