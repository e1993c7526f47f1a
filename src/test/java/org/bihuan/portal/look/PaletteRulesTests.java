package org.bihuan.portal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bihuan.foundation.shared.SettingFault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteRulesTests {

  @Nested
  class Contrast {

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21.0", "#777777,#ffffff,4.48", "#1a56a8,#ffffff,7.15"})
    void isCountedAsTheStandardCountsIt(String one, String two, double contrast) {
      assertThat(colour(one).contrast(colour(two))).isCloseTo(contrast, within(0.06));
      assertThat(colour(two).contrast(colour(one))).isCloseTo(contrast, within(0.06));
    }
  }

  @Nested
  class Choosing {

    @ParameterizedTest
    @CsvSource({
      "blue,#123f7f,bihuan.look.colour is not a colour",
      "#12345,#123f7f,bihuan.look.colour is not a colour",
      "#ff9900,#123f7f,bihuan.look.colour #ff9900 has a contrast of",
      "#1a56a8,#77aadd,bihuan.look.head-colour #77aadd has a contrast of"
    })
    void refusesInOneSentenceWhatPeopleCannotRead(String main, String head, String sentence) {
      assertThatThrownBy(() -> Palette.of(main, head))
          .isInstanceOf(SettingFault.class)
          .hasMessageStartingWith(sentence)
          .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1a56a8", "#9b1c1c", "#0b6b3a", "#5b2a86", "#000000"})
    void givesShadesThatCanBeReadByDayAndByNight(String main) {
      var css = Palette.of(main, "#123f7f").css();

      assertThat(of(css, "--bh-blue").contrast(of(css, "--bh-blue-tint"))).isGreaterThan(4.5);
      assertThat(of(css, "--bh-lit").contrast(colour("#12171e"))).isGreaterThan(4.5);
      assertThat(of(css, "--bh-lit").contrast(of(css, "--bh-lit-tint"))).isGreaterThan(3);
      assertThat(of(css, "--bh-lit-head").contrast(Colour.WHITE)).isGreaterThan(4.5);
    }
  }

  /** The style sheets that ship keep what we ask of others. */
  @ParameterizedTest
  @ValueSource(strings = {"bihuan.css", "dark.css", "contrast.css"})
  void isKeptByOurOwnThemes(String file) throws IOException {
    var usual = Files.readString(Path.of("src/main/resources/static/bihuan.css"));
    var css = Files.readString(Path.of("src/main/resources/static", file)) + usual;
    for (var ground : new String[] {"--bh-paper", "--bh-ground"}) {
      for (var ink :
          new String[] {
            "--bh-ink", "--bh-ink-soft", "--bh-blue", "--bh-ok", "--bh-near", "--bh-late"
          }) {
        assertThat(of(css, ink).contrast(of(css, ground))).as(ink + ground).isGreaterThan(4.5);
      }
    }
    for (var signal : new String[] {"ok", "near", "late", "still", "blue"}) {
      var ink = of(css, "--bh-" + signal);
      assertThat(ink.contrast(of(css, "--bh-" + signal + "-tint"))).as(signal).isGreaterThan(4.5);
    }
    assertThat(of(css, "--bh-on-blue").contrast(of(css, "--bh-blue"))).isGreaterThan(4.5);
    assertThat(Colour.WHITE.contrast(of(css, "--bh-head-ground"))).isGreaterThan(4.5);
  }

  @Nested
  class Marks {

    @Test
    void areOursWhereADistrictHasNone() {
      assertThat(Mark.of(null)).isNull();
      assertThat(Mark.of(" ")).isNull();
    }

    @Test
    void areSmallPictures(@TempDir Path folder) throws IOException {
      var svg = Files.writeString(folder.resolve("mark.svg"), "<svg/>");
      var text = Files.writeString(folder.resolve("mark.txt"), "x");
      var large = Files.write(folder.resolve("large.png"), new byte[300_000]);

      assertThat(Mark.of(svg.toString())).isNotNull();
      assertThatThrownBy(() -> Mark.of(text.toString())).isInstanceOf(SettingFault.class);
      assertThatThrownBy(() -> Mark.of(large.toString())).hasMessageContaining("200 KB");
      assertThatThrownBy(() -> Mark.of(folder.resolve("gone.svg").toString()))
          .hasMessageContaining("cannot be read");
    }
  }

  private static Colour colour(String hex) {
    return Colour.parse(hex).orElseThrow();
  }

  /** The first value of a token, through the names it stands for. */
  private static Colour of(String css, String token) {
    var value = Pattern.compile(Pattern.quote(token) + ":\\s*([^;]+);").matcher(css);
    assertThat(value.find()).as(token).isTrue();
    var text = value.group(1).strip();
    return text.startsWith("var(")
        ? of(css, text.substring(4, text.length() - 1))
        : Colour.parse(text).orElseThrow();
  }
}
