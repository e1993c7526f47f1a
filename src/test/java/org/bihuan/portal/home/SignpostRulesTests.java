package org.bihuan.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignpostRulesTests {

  private static final Directory.Entries FILE =
      DataFile.resource("search/directory.yaml").as(Directory.Entries.class);
  private static final List<Item> ITEMS = Procedures.shipped().items();
  private static final List<Signpost> ALL =
      Directory.all(FILE, ITEMS, Set.of("construction-permit"));

  private static List<String> found(String asked) {
    return Signpost.among(ALL, asked, 12).stream().map(Signpost::href).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "路灯, /file/street-lamp",
    "暖气, /file/water-power-heat",
    "停车, /file/rider-parking",
    "施工证, /guides/construction-permit",
    "建筑工程施工许可证核发, /guides/construction-permit",
    "楼道的路灯坏了好几天, /file/street-lamp",
    "tcn, /file/rider-parking",
    "TCN, /file/rider-parking",
    "ldzm, /file/street-lamp",
    "ｌｄ, /file/street-lamp",
    "heating, /file/water-power-heat",
    "Street lamps, /file/street-lamp",
    "my heating is cold, /file/water-power-heat",
    "查询码, /track",
    "大字, /look",
    "代办, /help",
    "外卖, /riders"
  })
  void putsFirstOrNearWhatPeopleMean(String asked, String href) {
    assertThat(found(asked).stream().limit(3)).contains(href);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "zzzz", "量子", "<script>", "%", "\\", "a"})
  void findsNothingWhereThereIsNothing(String asked) {
    assertThat(found(asked)).isEmpty();
  }

  @Test
  void bearsWhateverIsTyped() {
    assertThat(found("路灯".repeat(5000))).contains("/file/street-lamp");
    assertThat(found("\u0000\ud800")).isEmpty();
  }

  @Test
  void knowsOtherWordsForEveryItemAndForNothingElse() {
    assertThat(FILE.words().keySet())
        .containsExactlyInAnyOrderElementsOf(ITEMS.stream().map(Item::code).toList());
  }

  @Nested
  class FirstLetters {

    @ParameterizedTest
    @CsvSource({
      "停车难, tcn",
      "水电气暖, sdqn",
      "路灯照明, ldzm",
      "垃圾清运, ljqy",
      "啊吧擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝, abcdefghjklmnopqrstwxyz",
      "A座3号, az3h",
      "鑫淼, ''"
    })
    void areThoseOfTheSounds(String text, String letters) {
      assertThat(Initials.of(text)).isEqualTo(letters);
    }
  }
}
