package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class LookPagesTests {

  private static final FrameSettings OURS =
      new FrameSettings("平城区", "Pingcheng District", "0352-12345", "#1a56a8", "#123f7f", null);

  private final MockMvcTester browser = browser(OURS);

  private static MockMvcTester browser(FrameSettings settings) {
    var pages = new LookPages(FrameAssets.of(settings));
    return TestingFrame.browser(settings, new FramePages(), pages);
  }

  @Nested
  class Elders {

    @ParameterizedTest
    @CsvSource({"zh, 长辈版", "en, Large text"})
    void findTheirViewOnEveryPage(String language, String words) {
      for (var path : new String[] {"/", "/look"}) {
        assertThat(browser.get().uri(path + "?lang=" + language))
            .bodyText()
            .contains(words, "href=\"" + path + "?size=20\"", "tel:035212345", "href=\"/help\"");
      }
    }

    @Test
    void keepIt() {
      assertThat(browser.get().uri("/?size=20")).cookies().hasValue("look", "auto.20");
      assertThat(browser.get().uri("/").cookie(new Cookie("look", "auto.22")))
          .bodyText()
          .contains("bh-elder bh-size-22", "/elder.css", "/?size=20", "/?size=24", "/?size=0");
      assertThat(browser.get().uri("/").cookie(new Cookie("look", "auto.30")))
          .bodyText()
          .doesNotContain("字大一点");
    }

    @Test
    void haveFourTilesAndNothingElseToChooseFrom() {
      assertThat(browser.get().uri("/").cookie(new Cookie("look", "auto.20")))
          .bodyText()
          .containsOnlyOnce("bh-door-first")
          .matches(text -> text.split("class=\"bh-door[ \"]", -1).length == 5, "four tiles");
    }

    @Test
    void seeNothingOfItInTheUsualView() {
      assertThat(browser.get().uri("/"))
          .bodyText()
          .doesNotContain("elder.css", "bh-size", "data-aloud");
    }
  }

  @Nested
  class Colours {

    @ParameterizedTest
    @CsvSource({"dark, dark.css", "contrast, contrast.css"})
    void areTakenWhenTheyAreChosen(String theme, String file) {
      assertThat(browser.get().uri("/?theme={t}", theme)).cookies().hasValue("look", theme + ".0");
      assertThat(browser.get().uri("/?theme={t}", theme))
          .bodyText()
          .contains("/" + file)
          .doesNotContain("prefers-color-scheme");
    }

    @Test
    void followTheDeviceUntilThen() {
      assertThat(browser.get().uri("/")).bodyText().contains("prefers-color-scheme: dark");
      assertThat(browser.get().uri("/?theme=light")).bodyText().doesNotContain("dark.css");
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
      var red = new FrameSettings("某区", "Some District", "12345", "#9b1c1c", "#7a1414", mark);
      var there = browser(red);

      assertThat(there.get().uri("/"))
          .bodyText()
          .contains("/district.css?v=", "/district-mark?v=", "某区")
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
      assertThat(browser.get().uri("/")).bodyText().doesNotContain("district.css", "district-mark");
      assertThat(browser.get().uri("/district-mark")).hasStatus(404);
    }
  }
}
