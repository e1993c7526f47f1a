package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WordsTests {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Test
  void areEnglishInEnglishButForTheNameOfTheOtherLanguage() {
    var en = words("en");
    en.remove("frame.language.other");
    assertThat(en).isNotEmpty();
    assertThat(en.values()).noneMatch(words -> HAN.matcher((String) words).find());
  }

  /** A straight apostrophe is a quote to the formatter and would swallow an argument. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void useTypographicApostrophes(String language) {
    assertThat(words(language).values()).noneMatch(words -> ((String) words).contains("'"));
  }

  private static Properties words(String language) {
    var words = new Properties();
    var file = new ClassPathResource("messages_" + language + ".properties");
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
    return words;
  }
}
