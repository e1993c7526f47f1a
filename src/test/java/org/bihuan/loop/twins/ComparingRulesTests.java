package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.loop.twins.Likeness.Place;
import org.bihuan.loop.twins.Neighbours.Neighbour;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text says, where, when, and how alike two matters are. */
class ComparingRulesTests {

  private static final Instant DAY = Instant.parse("2026-11-23T02:00:00Z");
  private static final Measure MEASURE = new Measure();

  private static Fingerprint print(String text, String area, int day) {
    return MEASURE.print(text, area, DAY.plus(Duration.ofDays(day)));
  }

  private static Likeness compare(String one, String other) {
    return MEASURE.compare(print(one, "140213054", 0), print(other, "140213054", 1));
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @CsvSource({
      "阳光小区３号楼二单元, building=3 entrance=2 estate=阳光",
      "在向阳里十二栋, building=12 estate=向阳",
      "鼓楼西街16号院, house=16 street=鼓楼西",
      "金地大厦B座, seat=b premises=金地",
      "17路公交, line=17"
    })
    void findsTheWordsOfAnAddress(String text, String marks) {
      assertThat(PlaceMarks.read(PlaceMarks.plain(text)).marks())
          .containsExactlyInAnyOrder(marks.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"走路绊脚", "挡着路", "道路不平", "路面有坑", "路灯不亮"})
    void takesNoOtherWordForAName(String text) {
      assertThat(PlaceMarks.read(text).marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "40.076500 113.296500, 40.076500 113.296500, true",
      "40.076500 113.296500, 40.077300 113.296500, true", // 89 m north
      "40.076500 113.296500, 40.076500 113.297600, true", // 94 m east
      "40.076500 113.296500, 40.079300 113.296500, false", // 312 m north
      "40.076500 113.296500, 40.076500 113.300200, false", // 315 m east
    })
    void knowsTheSpotOfAPhone(String one, String other, boolean same) {
      var here = print("车被拖走了" + one.replace(' ', ','), "140213054", 0);
      var there = print("车被拖走了" + other.replace(' ', ','), "140213054", 0);
      assertThat(here.pairs()).isEqualTo(there.pairs());
      assertThat(MEASURE.compare(here, there).place()).isEqualTo(same ? Place.SAME : Place.UNSAID);
    }

    @Test
    void leavesOutPolitenessAndNumbers() {
      assertThat(print("您好，麻烦派人，路灯 13900010001", "140213054", 0).pairs()).containsExactly("路灯");
    }
  }

  @Nested
  class Comparing {

    @ParameterizedTest
    @CsvSource({
      "阳光小区3号楼灯坏, 阳光小区三号楼没灯, SAME",
      "阳光小区3号楼灯坏, 阳光小区8号楼灯坏, NUMBER",
      "阳光小区灯坏, 月亮小区灯坏, ELSEWHERE",
      "阳光小区灯坏, 灯坏了, UNSAID",
      "阳光小区灯坏, 永泰南路旁灯坏, UNCLEAR"
    })
    void tellsHowPlacesCompare(String one, String other, Place place) {
      assertThat(compare(one, other).place()).isEqualTo(place);
    }

    @Test
    void keepsStreetsApartAndTheDistrictTogether() {
      var here = print("路灯坏了", "140213054", 0);
      assertThat(MEASURE.compare(here, print("路灯坏了", "140213055", 0)).place())
          .isEqualTo(Place.APART);
      assertThat(MEASURE.compare(here, print("路灯坏了", "140213", 0)).place()).isEqualTo(Place.UNSAID);
    }

    @Test
    void isTheSameBothWaysAndWholeForItself() {
      var one = print("阳光小区3号楼路灯坏了", "140213054", 0);
      var other = print("阳光小区3号楼前没灯", "140213054", 9);
      assertThat(MEASURE.compare(one, other).score())
          .isEqualTo(MEASURE.compare(other, one).score());
      assertThat(MEASURE.compare(one, one).score()).isCloseTo(1.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.0", "14, 1.0", "37, 0.875", "120, 0.5", "400, 0.0"})
    void fadesWithTheDays(int days, double left) {
      var one = print("阳光小区3号楼路灯坏了", "140213054", 0);
      var later = print("阳光小区3号楼路灯坏了", "140213054", days);
      assertThat(MEASURE.compare(one, later).score()).isCloseTo(left, within(1e-9));
    }

    @Test
    void saysWhatBothSay() {
      var likeness = compare("阳光小区路灯坏了好几天", "阳光小区路灯不亮好几天");
      assertThat(likeness.words()).contains("路灯", "几天");
      assertThat(likeness.days()).isEqualTo(1);
    }
  }

  @Nested
  class Voting {

    private static Neighbour<String> neighbour(String label, double alike) {
      return new Neighbour<>(label, alike, List.of(label + alike));
    }

    private static TwinRules.Limits closest(int neighbours) {
      return new TwinRules.Limits(0, 0, 0, 0, 0, neighbours, 0.3);
    }

    @Test
    void letsOneThatSaysTheSameOutweighSeveralThatSayLess() {
      var all =
          List.of(
              neighbour("lamp", 0.9),
              neighbour("waste", 0.5),
              neighbour("waste", 0.5),
              neighbour("waste", 0.5),
              neighbour("noise", 0));
      var votes = Neighbours.vote(all, closest(4));
      assertThat(votes).extracting(vote -> vote.getKey()).containsExactly("lamp", "waste");
      assertThat(Neighbours.vote(all, closest(1))).hasSize(1);
    }

    @Test
    void isSilentWhereOnlySilenceIsShared() {
      var all = List.of(neighbour("lamp", 0.2925), neighbour("noise", 0.2925));
      assertThat(Neighbours.vote(all, closest(4))).isEmpty();
    }
  }
}
