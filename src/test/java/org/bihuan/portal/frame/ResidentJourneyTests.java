package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ResidentJourneyTests extends HouseVisits {

  private static final String LAMP = "/file/street-lamp";

  @Autowired Cases cases;
  private Visitor resident = new Visitor(0);

  @BeforeEach
  void comes() {
    resident = new Visitor(port);
  }

  private static String[] lamp(String title) {
    return new String[] {
      "title",
      title,
      "facts.description",
      "三号楼门口路灯一直不亮",
      "area",
      "140213054",
      "applicant.name",
      "张秀英",
      "applicant.phone",
      "13903521234"
    };
  }

  private static String codeOf(Visitor.Seen receipt) {
    return receipt.path().substring("/receipt/".length());
  }

  @Nested
  class Choosing {

    @ParameterizedTest
    @ValueSource(strings = {"停车难", "路灯照明", "建筑工程施工许可证核发", "/file/noise"})
    void offersEveryItemUnderItsHeading(String words) {
      assertThat(resident.open("/file").body()).contains(words);
    }

    @Test
    void hasNoFormForWhatDoesNotExist() {
      assertThat(resident.open("/file/nothing").status()).isEqualTo(404);
    }
  }

  @Nested
  class Filing {

    @Test
    void endsWithAReceiptThatShowsCodePictureAndDates() {
      var receipt = resident.send(LAMP, lamp("路灯不亮"));

      assertThat(receipt.status()).isEqualTo(200);
      var code = CaseCode.parse(codeOf(receipt)).orElseThrow();
      assertThat(receipt.body())
          .contains(code.grouped(), "class=\"bh-qr\"", "受理时限", "最迟", "路灯不亮")
          .doesNotContain("13903521234", "张秀英");
    }

    @Test
    void namesEveryFaultAndKeepsWhatWasTyped() {
      var page =
          resident.send(LAMP, "title", "<b>路灯</b>", "facts.description", "短", "area", "", "x", "y");

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body())
          .contains(
              "href=\"#facts.description\"",
              "href=\"#area\"",
              "href=\"#applicant.name\"",
              "href=\"#applicant.phone\"",
              "id=\"facts.description-error\"",
              "&lt;b>路灯&lt;/b>")
          .doesNotContain("<b>路灯");
    }

    @Test
    void makesOneMatterHoweverOftenTheSameFormIsSent() {
      var form = resident.open(LAMP);
      var first = resident.sendFrom(form, LAMP, lamp("两次提交"));
      var second = resident.sendFrom(form, LAMP, lamp("两次提交"));

      assertThat(codeOf(second)).isEqualTo(codeOf(first));
      var found = cases.worklist(new Worklist.Query(null, null, null, "两次提交", null, 10));
      assertThat(found.rows()).hasSize(1);
    }

    @Test
    void asksAgainWhenAUsedFormComesBackWithOtherWords() {
      var form = resident.open(LAMP);
      resident.sendFrom(form, LAMP, lamp("第一件"));
      var second = resident.sendFrom(form, LAMP, lamp("第二件"));

      assertThat(second.status()).isEqualTo(422);
      assertThat(second.body()).contains("这份表单已经提交过");
      assertThat(resident.sendFrom(second, LAMP, lamp("第二件")).path()).startsWith("/receipt/");
    }

    @Test
    void takesNoAnswerToAQuestionForStaff() {
      assertThat(resident.open(LAMP).body()).doesNotContain("facts.complex");
      var receipt =
          resident.send(
              LAMP,
              List.of(lamp("不许自定疑难"), new String[] {"facts.complex", "true"}).stream()
                  .flatMap(Arrays::stream)
                  .toArray(String[]::new));
      var file = CaseCode.parse(codeOf(receipt)).flatMap(cases::find).orElseThrow();
      assertThat(file.facts().has("complex")).isFalse();
    }

    @Test
    void showsTheReceiptToNobodyElse() {
      var code = codeOf(resident.send(LAMP, lamp("只给本人看")));
      var stranger = new Visitor(port).open("/receipt/" + code);

      assertThat(stranger.path()).isEqualTo("/track");
      assertThat(stranger.body()).doesNotContain("只给本人看");
    }
  }

  @Nested
  class Tracking {

    private String code = "";

    @BeforeEach
    void hasFiled() {
      code = codeOf(resident.send(LAMP, lamp("查询我的事")));
    }

    @Test
    void opensWithCodeAndTheEndOfThePhone() {
      var page =
          new Visitor(port).send("/track", "code", code.toLowerCase(Locale.ROOT), "tail", "1234");

      assertThat(page.path()).isEqualTo("/track/" + code);
      assertThat(page.body())
          .contains("查询我的事", "您提出了诉求", "三号楼门口路灯一直不亮", "受理时限", "撤回")
          .doesNotContain("13903521234", "张秀英");
    }

    @Test
    void saysTheSameForAWrongCodeAndAWrongPhone() {
      var wrongTail = new Visitor(port).send("/track", "code", code, "tail", "9999");
      var wrongCode = new Visitor(port).send("/track", "code", "ABCD2345", "tail", "1234");

      assertThat(wrongTail.status()).isEqualTo(422).isEqualTo(wrongCode.status());
      assertThat(wrongTail.body()).contains("查询码或手机尾号不对");
      assertThat(wrongCode.body()).contains("查询码或手机尾号不对");
    }

    @Test
    void mustWaitAfterFiveWrongTries() {
      var guesser = new Visitor(port);
      for (int i = 0; i < 5; i++) {
        guesser.send("/track", "code", code, "tail", "000" + i);
      }
      var page = guesser.send("/track", "code", code, "tail", "1234");

      assertThat(page.status()).isEqualTo(429);
      assertThat(page.body()).contains("试错次数太多").doesNotContain("查询我的事");
    }

    @Test
    void needsTheSessionThatShowedThePhone() {
      assertThat(new Visitor(port).open("/track/" + code).path()).isEqualTo("/track?code=" + code);
      assertThat(new Visitor(port).open("/track/" + code + "/acts/withdraw").path())
          .isEqualTo("/track?code=" + code);
    }

    @Test
    void warnsBeforeWithdrawingAndWantsAReason() {
      var act = "/track/" + code + "/acts/withdraw";

      assertThat(resident.open(act).body()).contains("也不能恢复");
      var empty = resident.send(act);
      assertThat(empty.status()).isEqualTo(422);
      assertThat(empty.body()).contains("href=\"#note\"");
      var done = resident.send(act, "note", "已经自行解决");
      assertThat(done.path()).isEqualTo("/track/" + code);
      assertThat(done.body()).contains("已按您的意愿撤回", "已收到您的意见：撤回", "已经自行解决");
    }

    @Test
    void saysWhatHappenedWhenAnActIsNoLongerPossible() {
      var act = "/track/" + code + "/acts/withdraw";
      var form = resident.open(act);
      resident.sendFrom(form, act, "note", "一次");
      var again = resident.sendFrom(form, act, "note", "两次");

      assertThat(again.path()).isEqualTo("/track/" + code);
      assertThat(again.body()).contains("此件刚刚有变化");
    }
  }
}
