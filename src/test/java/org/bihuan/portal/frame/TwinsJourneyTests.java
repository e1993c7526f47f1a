package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two neighbours, one dark lamp: each is heard, one job is done, each is answered. */
class TwinsJourneyTests extends HouseVisits {

  private static final String LAMP = "/file/street-lamp";
  private static int count;

  @Autowired Cases cases;
  private Visitor dispatcher;
  private String building = "";

  @BeforeEach
  void begins() {
    count++;
    building = "天悦华城" + (900 + count) + "号楼";
    dispatcher = member("bingan" + count, Role.DISPATCHER);
  }

  private Visitor member(String login, Role role) {
    var added =
        done(staff.add(new Staff.Newcomer(login, "名" + login, "dispatch-centre", Set.of(role))));
    return new Visitor(port).as(login, added.password());
  }

  private String[] dark(String words, String phone) {
    return new String[] {
      "title",
      building + words,
      "facts.description",
      building + words + "，出门看不见路",
      "area",
      "140213054",
      "applicant.name",
      "赵六",
      "applicant.phone",
      phone
    };
  }

  private static String[] with(String[] fields, String step) {
    var all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "step";
    all[fields.length + 1] = step;
    return all;
  }

  private CaseView file(Visitor.Seen receipt) {
    var code = CaseCode.parse(receipt.path().substring("/receipt/".length())).orElseThrow();
    return cases.find(code).orElseThrow();
  }

  /** The register is read behind the writers. */
  private void known(CaseView file) {
    var known = jdbc.sql("select count(*) from twins.account where case_id = :id");
    var id = file.identity().id().value();
    var late = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (known.param("id", id).query(Integer.class).list().contains(0)) {
      assertThat(System.nanoTime()).isLessThan(late);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void joinsBeforeSendingWithoutAScriptAndWithoutNamingAnybody() {
    var first = file(new Visitor(port).send(LAMP, dark("路灯坏了晚上没灯", "13900010001")));
    known(first);
    var neighbour = new Visitor(port);
    var fields = dark("的路灯不亮，修一下", "13900010002");
    var check = neighbour.send(LAMP, with(fields, "check"));
    assertThat(check.body()).contains("可能已有人反映过", "我也遇到了", "1人反映", "振华街道");
    assertThat(check.body())
        .doesNotContain("赵*", first.identity().number().value(), first.identity().code().value());

    var meToo = "me-too-" + first.identity().id().value();
    var receipt = neighbour.sendFrom(check, LAMP, with(fields, meToo));
    var second = file(receipt);
    assertThat(receipt.body()).contains("已记下您也遇到了");
    assertThat(second.state()).isEqualTo("joined");
    assertThat(second.identity().number()).isNotEqualTo(first.identity().number());
    var tracked = neighbour.open("/track/" + second.identity().code().value());
    assertThat(tracked.body()).contains("共2人反映同一件事", "正在受理");
    var desk = dispatcher.open("/desk/cases/" + first.identity().number().value());
    assertThat(desk.body()).contains("另有1人在等此件的答复", second.identity().number().value());
  }

  @Test
  void answersTheOneWhoComesAgainWithItsState() {
    var person = new Visitor(port);
    var first = file(person.send(LAMP, dark("路灯坏了晚上没灯", "13900010003")));
    known(first);
    var check = person.send(LAMP, with(dark("路灯坏了晚上没灯", "13900010003"), "check"));
    assertThat(check.body())
        .contains("您已经提出过这件事", "/track/" + first.identity().code().value(), "有什么新情况");
  }

  @Test
  void isJoinedAndPartedAtTheDeskWithAReason() {
    var first = file(new Visitor(port).send(LAMP, dark("路灯坏了晚上没灯", "13900010004")));
    var second = file(new Visitor(port).send(LAMP, dark("的路灯不亮，修一下", "13900010005")));
    known(first);
    known(second);
    var twins = "/desk/cases/" + second.identity().number().value() + "/twins";
    var page = dispatcher.open(twins);
    assertThat(page.body()).contains("相似度", "地点相同", "都说到", first.identity().number().value());
    var other = first.identity().id().value().toString();
    assertThat(dispatcher.sendFrom(page, twins, "other", other, "why", "").status()).isEqualTo(422);
    var joined = dispatcher.sendFrom(page, twins, "other", other, "lead", "false", "why", "同一盏灯");
    assertThat(joined.body()).contains("已完成：并案", "已并入");
    assertThat(dispatcher.sendFrom(page, twins, "other", other, "why", "再并").status())
        .isEqualTo(409);
    var parted = dispatcher.sendFrom(page, twins + "/part", "why", "不是同一盏");
    assertThat(parted.body()).contains("已完成：恢复单独办理", "待派单");
  }

  @Test
  void isLookedForBeforeTakingIn() {
    var first = file(new Visitor(port).send(LAMP, dark("路灯坏了晚上没灯", "13900010006")));
    known(first);
    var clerk = member("dengji" + count, Role.CLERK);
    var fields = dark("的路灯不亮，修一下", "13900010006");
    var looked = clerk.send("/desk/file/street-lamp", with(fields, "twins"));
    assertThat(looked.body()).contains("登记并与此件一并办理", "同一人提出", "地点相同");
    var meToo = "me-too-" + first.identity().id().value();
    var slip = clerk.sendFrom(looked, "/desk/file/street-lamp", with(fields, meToo));
    assertThat(slip.body()).contains("已并入 " + first.identity().number().value());
  }
}
