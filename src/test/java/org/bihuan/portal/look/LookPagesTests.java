package org.bihuan.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.portal.frame.TestingFrame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;

class LookPagesTests {

  private final MockMvcTester browser = browser(TestingLook.assets());

  private static MockMvcTester browser(Assets assets) {
    return TestingFrame.browser(assets, new Front(), new LookPages(assets));
  }

  /** The page of the front door, at an address of its own. */
  @Controller
  static class Front {

    @GetMapping("/others/home")
    String home() {
      return "portal/home";
    }
  }

  @Nested
  class Elders {

    @ParameterizedTest
    @CsvSource({"zh, 长辈版", "en, Large text"})
    void findTheirViewOnEveryPage(String language, String words) {
      for (var path : new String[] {"/others/home", "/look"}) {
        assertThat(browser.get().uri(path + "?lang=" + language))
            .bodyText()
            .contains(words, "href=\"" + path + "?size=20\"", "tel:035212345", "href=\"/help\"");
      }
    }

    @Test
    void keepIt() {
      assertThat(browser.get().uri("/others/home?size=20")).cookies().hasValue("look", "auto.20");
      assertThat(browser.get().uri("/others/home").cookie(new Cookie("look", "auto.22")))
          .bodyText()
          .contains("bh-elder bh-size-22", "/elder.css", "?size=20", "?size=24", "?size=0");
      assertThat(browser.get().uri("/others/home").cookie(new Cookie("look", "auto.30")))
          .bodyText()
          .doesNotContain("字大一点");
    }

    @Test
    void haveFourTilesAndNothingElseToChooseFrom() {
      assertThat(browser.get().uri("/others/home").cookie(new Cookie("look", "auto.20")))
          .bodyText()
          .containsOnlyOnce("bh-door-first")
          .matches(text -> text.split("class=\"bh-door[ \"]", -1).length == 5, "four tiles");
    }

    @Test
    void seeNothingOfItInTheUsualView() {
      assertThat(browser.get().uri("/others/home"))
          .bodyText()
          .doesNotContain("elder.css", "bh-size", "data-aloud");
    }
  }

  @Nested
  class Colours {

    @ParameterizedTest
    @CsvSource({"dark, dark.css", "contrast, contrast.css"})
    void areTakenWhenTheyAreChosen(String theme, String file) {
      assertThat(browser.get().uri("/others/home?theme={t}", theme))
          .cookies()
          .hasValue("look", theme + ".0");
      assertThat(browser.get().uri("/others/home?theme={t}", theme))
          .bodyText()
          .contains("/" + file)
          .doesNotContain("prefers-color-scheme");
    }

    @Test
    void followTheDeviceUntilThen() {
      assertThat(browser.get().uri("/others/home"))
          .bodyText()
          .contains("prefers-color-scheme: dark");
      assertThat(browser.get().uri("/others/home?theme=light"))
          .bodyText()
          .doesNotContain("dark.css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void areChosenOnAPageWithoutScripts(String language) {
      assertThat(browser.get().uri("/look?lang={l}", language))
          .bodyText()
          .contains("method=\"get\"", "name=\"theme\"", "value=\"contrast\"", "value=\"30\"");
    }
  }

  @Nested
  class Districts {

    @Test
    void bringTheirOwnColoursAndMark(@TempDir Path folder) throws IOException {
      var mark = Files.writeString(folder.resolve("mark.svg"), "<svg/>").toString();
      var there = browser(Assets.of(new LookSettings("#9b1c1c", "#7a1414", mark)));

      assertThat(there.get().uri("/others/home"))
          .bodyText()
          .contains("/district.css?v=", "/district-mark?v=")
          .doesNotContain("style=");
      assertThat(there.get().uri("/district.css"))
          .hasStatusOk()
          .hasContentTypeCompatibleWith("text/css")
          .bodyText()
          .contains("--bh-blue:#9b1c1c");
      assertThat(there.get().uri("/district-mark")).hasContentType("image/svg+xml");
    }

    @Test
    void needNone() {
      assertThat(browser.get().uri("/others/home"))
          .bodyText()
          .doesNotContain("district.css", "district-mark");
      assertThat(browser.get().uri("/district-mark")).hasStatus(404);
    }
  }
}
