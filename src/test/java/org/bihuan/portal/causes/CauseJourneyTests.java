package org.bihuan.portal.causes;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.JsonNodeFactory;

/** A dispatcher writes a root cause down from the list, links more, and unlinks with a reason. */
@TestApp
class CauseJourneyTests {

  private static int count;

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired Intake intake;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private Visitor as(Role role, String unit) {
    var member = staff.in(unit, role);
    return new Visitor(port).as(member.login(), member.password());
  }

  private CaseView raised() {
    var facts = JsonNodeFactory.instance.objectNode().put("description", "下水道又堵了，味道很大");
    var phone = "133%08d".formatted(++count);
    var person = new ApplicantForm("钱进", phone, null, null, null);
    var title = "下水道堵了" + count;
    var filing =
        new Filing(
            "appeal", "road-damage", title, "140213053", "online", person, facts, null, null);
    return ((Filed.Taken) intake.file(filing)).file();
  }

  private static String number(CaseView file) {
    return file.identity().number().value();
  }

  @Test
  void isWrittenDownLinkedAndUnlinked() {
    var dispatcher = as(Role.DISPATCHER, "dispatch-centre");
    var first = raised();
    var form = dispatcher.open("/desk/causes/new?n=" + number(first));
    assertThat(form.body()).contains(first.subject().title(), "登记并立整改件");
    var wrong = dispatcher.sendFrom(form, "/desk/causes", "title", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("请填写名称", "请说明问题", "请选择整改单位");
    var page =
        dispatcher.sendFrom(
            form,
            "/desk/causes",
            "title",
            "老旧管网管径不足",
            "description",
            "这一片的管网建于八十年代，管径不足，一下雨就返水。",
            "items",
            "road-damage",
            "area",
            "140213053",
            "unit",
            "city-management",
            "why",
            "都在同一段管网上");
    assertThat(page.path()).startsWith("/desk/causes/");
    assertThat(page.body()).contains("已关联1件", "待定措施", "城市管理局", first.subject().title());

    var second = raised();
    var id = page.path().substring("/desk/causes/".length());
    var choose = dispatcher.open("/desk/causes/link?n=" + number(second));
    var linked = dispatcher.sendFrom(choose, "/desk/causes/link", "cause", id, "why", "同一段");
    assertThat(linked.body()).contains("关联的诉求（2件）", second.subject().title());
    assertThat(dispatcher.open("/desk/cases/" + number(second)).body())
        .contains("这件诉求的根源", "老旧管网管径不足");
    var again = dispatcher.sendFrom(choose, "/desk/causes/link", "cause", id, "why", "同一段");
    assertThat(again.status()).isEqualTo(422);

    unlinks(dispatcher, linked, number(second));
    assertThat(dispatcher.open("/desk/causes").body()).contains("老旧管网管径不足");
    assertThat(dispatcher.open("/desk/causes/export.csv").body()).contains("老旧管网管径不足");
  }

  private static void unlinks(Visitor dispatcher, Visitor.Seen cause, String number) {
    var unlink = cause.path() + "/unlink";
    var without = dispatcher.sendFrom(cause, unlink, "why", "");
    assertThat(without.body()).contains("请写明理由");
    var unlinked = dispatcher.sendFrom(cause, unlink, "number", number, "why", "另一段管网");
    assertThat(unlinked.body()).contains("关联的诉求（1件）", "已解除：另一段管网");
  }

  @Test
  void asksForATickedMatterAndIsClosedToOthers() {
    var dispatcher = as(Role.DISPATCHER, "dispatch-centre");
    assertThat(dispatcher.open("/desk/causes/link").body()).contains("没有勾选诉求");
    assertThat(as(Role.CLERK, "approval-bureau").open("/desk/causes/new").status()).isEqualTo(403);
  }

  @Test
  void showsOthersOnlyTheMattersTheyMayOpen() {
    var dispatcher = as(Role.DISPATCHER, "dispatch-centre");
    var matter = raised();
    var form = dispatcher.open("/desk/causes/new?n=" + number(matter));
    var page =
        dispatcher.sendFrom(
            form,
            "/desk/causes",
            "title",
            "井盖没有统一管护",
            "description",
            "井盖分属多家单位，没有统一管护。",
            "items",
            "road-damage",
            "area",
            "140213053",
            "unit",
            "city-management",
            "why",
            "同类问题");
    var other = as(Role.HANDLER, "street-060").open(page.path());
    assertThat(other.body()).contains("您无权查看这一件").doesNotContain(matter.subject().title());
    assertThat(other.body()).doesNotContain("解除关联");
  }
}
