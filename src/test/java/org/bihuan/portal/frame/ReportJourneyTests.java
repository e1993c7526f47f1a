package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reporting as people do it: in four screens, or one question a page in large letters. */
class ReportJourneyTests extends HouseVisits {

  private static final String LAMP = "/file/street-lamp";

  @Autowired Cases cases;
  private Visitor resident = new Visitor(0);

  @BeforeEach
  void comes() {
    resident = new Visitor(port);
  }

  private static String[] lamp(String title) {
    return new String[] {
      "title", title,
      "facts.description", "三号楼门口\n路灯一直不亮",
      "area", "140213054",
      "facts.place", "振华南街",
      "applicant.name", "张秀英",
      "applicant.phone", "13903521234"
    };
  }

  private static String[] pressed(String step, String... pairs) {
    var all = new String[pairs.length + 2];
    System.arraycopy(pairs, 0, all, 0, pairs.length);
    all[pairs.length] = "step";
    all[pairs.length + 1] = step;
    return all;
  }

  @Nested
  class Checking {

    @Test
    void showsEveryAnswerOnceMoreAndStoresNothing() {
      var check = resident.send(LAMP, pressed("check", lamp("核对一遍")));

      assertThat(check.status()).isEqualTo(200);
      assertThat(check.body())
          .contains("请核对", "核对一遍", "振华街道", "振华南街", "13903521234", "value=\"send\"")
          .doesNotContain("140213054</dd>");
      assertThat(found("核对一遍")).isZero();
    }

    @Test
    void isTheThirdScreenAndTheReceiptTheFourth() {
      var check = resident.send(LAMP, pressed("check", lamp("四屏办完")));
      var receipt = resident.sendFrom(check, LAMP, pressed("send"));

      assertThat(receipt.path()).startsWith("/receipt/");
      assertThat(receipt.body()).contains("data-draft-done=\"street-lamp\"");
      var code = CaseCode.parse(receipt.path().substring("/receipt/".length())).orElseThrow();
      var facts = cases.find(code).orElseThrow().facts();
      assertThat(facts.path("place").asString()).isEqualTo("振华南街");
      assertThat(facts.path("description").asString()).contains("\n");
    }

    @Test
    void sendsOnceHoweverOftenTheButtonIsPressed() {
      var check = resident.send(LAMP, pressed("check", lamp("断网重发")));
      var first = resident.sendFrom(check, LAMP, pressed("send"));
      var again = resident.sendFrom(check, LAMP, pressed("send"));

      assertThat(again.path()).isEqualTo(first.path());
      assertThat(found("断网重发")).isOne();
    }

    @Test
    void keepsTheKeyWhenAnAnswerIsChanged() {
      var form = resident.open(LAMP);
      var check = resident.sendFrom(form, LAMP, pressed("check", lamp("钥匙不变")));
      var back = resident.sendFrom(check, LAMP, pressed("fill"));

      assertThat(form.hidden()).containsKey("key");
      assertThat(check.hidden().get("key")).isEqualTo(form.hidden().get("key"));
      assertThat(back.hidden().get("key")).isEqualTo(form.hidden().get("key"));
      assertThat(back.body()).contains("value=\"钥匙不变\"");
    }

    @Test
    void isNotReachedWithAnythingWrong() {
      var page = resident.send(LAMP, pressed("check", "title", "只有标题"));

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("href=\"#area\"", "value=\"只有标题\"");
    }
  }

  @Nested
  class OneQuestionAtATime {

    @BeforeEach
    void choosesLargeLetters() {
      assertThat(resident.open("/?size=24").body()).contains("bh-size-24", "读给我听");
    }

    @Test
    void leadsThroughAllOfThemToTheReceipt() {
      var page = resident.open(LAMP);
      var answers = lamp("一题一页");
      var asked = 0;
      while (page.body().contains("，共 ")) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("第 " + (asked + 1) + " 题");
        page = resident.sendFrom(page, LAMP, pressed(next(page), shown(page, answers)));
        asked++;
      }

      assertThat(asked).isEqualTo(8);
      assertThat(page.body()).contains("请核对", "一题一页", "三号楼门口", "张秀英");
      assertThat(resident.sendFrom(page, LAMP, pressed("send")).path()).startsWith("/receipt/");
    }

    @Test
    void staysAtAQuestionUntilItIsAnswered() {
      var page = resident.sendFrom(resident.open(LAMP), LAMP, pressed("1", "title", ""));

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains("第 1 题", "id=\"title-error\"");
    }

    @Test
    void goesStraightBackToTheCheckAfterAChange() {
      var check = resident.send(LAMP, pressed("check", lamp("改一处")));
      var changing = resident.sendFrom(check, LAMP, pressed("edit-0"));

      assertThat(changing.body()).contains("value=\"改一处\"", "value=\"check\"");
      var again = resident.sendFrom(changing, LAMP, pressed("check", "title", "改好了"));
      assertThat(again.body()).contains("请核对", "改好了");
    }

    /** The value of the first button. */
    private static String next(Visitor.Seen page) {
      var button = page.body().indexOf("name=\"step\" value=\"");
      return page.body().substring(button + 19, page.body().indexOf('"', button + 19));
    }

    /** The answers to what this page asks. */
    private static String[] shown(Visitor.Seen page, String... answers) {
      for (int i = 0; i < answers.length; i += 2) {
        if (page.body().contains("id=\"" + answers[i] + "\"")) {
          return new String[] {answers[i], answers[i + 1]};
        }
      }
      return new String[0];
    }
  }

  @Nested
  class Mine {

    @Test
    void holdsWhatThisSessionFiledAndNothingOfOthers() {
      resident.send(LAMP, lamp("我的路灯"));

      assertThat(resident.open("/mine").body()).contains("我的路灯", "最迟");
      assertThat(new Visitor(port).open("/mine").body()).contains("这里还没有事项").doesNotContain("我的路灯");
    }
  }

  @Nested
  class Finding {

    @Test
    void leadsFromTwoCharactersToTheForm() {
      assertThat(resident.open("/search?q=%E8%B7%AF%E7%81%AF").body()).contains("href=\"" + LAMP);
      assertThat(resident.open("/search?q=%3Cb%3Ezz").body())
          .contains("没有找到", "/file/other")
          .doesNotContain("<b>zz");
    }

    @Test
    void tellsWhoHelpsWithoutAPhone() {
      assertThat(resident.open("/help").body()).contains("tel:035212345", "网格员", "窗口");
    }
  }

  private int found(String title) {
    return cases.worklist(new Worklist.Query(null, null, null, title, null, 10)).rows().size();
  }
}
