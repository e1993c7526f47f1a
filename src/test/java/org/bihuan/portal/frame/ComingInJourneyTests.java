package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import org.bihuan.foundation.access.DemoStaff;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.entry.DemoCodes;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ComingInJourneyTests extends HouseVisits {

  private static final String CODE = "/my/sign-in/code";

  @Autowired TestingPhones phones;
  @Autowired FirstAdmin first;
  @Autowired ApplicationContext house;

  @BeforeEach
  void forgets() {
    jdbc.sql("delete from access.phone_code").update();
    jdbc.sql("delete from access.resident").update();
  }

  private Visitor resident(String phone) {
    var visitor = new Visitor(port);
    var page = visitor.send("/my/sign-in", "phone", phone);
    assertThat(page.path()).isEqualTo(CODE);
    assertThat(visitor.sendFrom(page, CODE, "code", phones.last(phone)).path()).isEqualTo("/my");
    return visitor;
  }

  private static String raised(Visitor visitor, String phone) {
    var receipt =
        visitor.send(
            "/file/street-lamp",
            "title",
            "路灯不亮",
            "facts.description",
            "三号楼门口路灯一直不亮",
            "area",
            "140213054",
            "applicant.name",
            "张秀英",
            "applicant.phone",
            phone);
    return receipt.path().substring("/receipt/".length());
  }

  @Nested
  class Residents {

    @Test
    void seeWhatWasRaisedWithTheirPhone() {
      var code = raised(new Visitor(port), "13903521234");
      var me = resident("13903521234");
      assertThat(me.open("/my").body()).contains("路灯不亮", "139****1234", "/my/" + code);
      assertThat(me.open("/my/" + code).path()).isEqualTo("/track/" + code);
      var other = resident("13703529999");
      assertThat(other.open("/my").body()).contains("还没有用这个手机号").doesNotContain("路灯不亮");
      assertThat(other.open("/my/" + code).status()).isEqualTo(404);
    }

    @Test
    void goOutAgain() {
      var me = resident("13903521234");
      assertThat(me.sendFrom(me.open("/my"), "/sign-out").path()).isEqualTo("/my/sign-in?out");
      assertThat(me.open("/my").body()).contains("用手机号登录").doesNotContain("139****1234");
    }

    @Test
    void goOnToWhatTheyAskedFor() {
      var visitor = new Visitor(port);
      assertThat(visitor.open("/my/league?rule=keep").path()).isEqualTo("/my/sign-in");
      var page = visitor.send("/my/sign-in", "phone", "13903521234");
      var in = visitor.sendFrom(page, CODE, "code", phones.last("13903521234"));
      assertThat(in.path()).startsWith("/my/league");
      assertThat(in.body()).contains("我的团组织关系");
    }

    @Test
    void areNoStaff() {
      var me = resident("13903521234");
      assertThat(me.open("/desk").status()).isEqualTo(403);
      assertThat(me.open("/account").body()).contains("本设备").doesNotContain("修改密码");
      assertThat(me.open("/account/password").status()).isEqualTo(403);
      assertThat(me.open("/sign-in").path()).isEqualTo("/my");
    }

    @Test
    void areToldTheSameWhetherThePhoneIsKnown() {
      raised(new Visitor(port), "13903521234");
      resident("13903521234");
      jdbc.sql("delete from access.attempt").update();
      var known = new Visitor(port).send("/my/sign-in", "phone", "13903521234");
      var unknown = new Visitor(port).send("/my/sign-in", "phone", "13703521234");
      assertThat(known.status()).isEqualTo(unknown.status());
      assertThat(plain(known)).isEqualTo(plain(unknown));
    }

    private static String plain(Visitor.Seen page) {
      return page.body().replace(page.hidden().getOrDefault("_csrf", "-"), "");
    }

    @Test
    void getANewSessionIdWithTheirRights() {
      send(form("/my/sign-in", csrf(), "phone", "13903521234"));
      var before = session();
      assertThat(before).isNotEmpty();
      send(form(CODE, csrf(), "code", phones.last("13903521234")));
      assertThat(session()).isNotEmpty().isNotEqualTo(before);
      assertThat(get("/my").statusCode()).isEqualTo(200);
      var stale = at("/my").header("Cookie", "JSESSIONID=" + before);
      cookies.getCookieStore().removeAll();
      assertThat(send(stale).body()).contains("用手机号登录").doesNotContain("139****1234");
    }

    private String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("JSESSIONID"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }
  }

  @Nested
  class TheFirstAdministrator {

    @Test
    void comesByALinkThatIsGoodOnce() {
      if (!(first.link() instanceof Outcome.Done<FirstAdmin.Link>(var link))) {
        throw new AssertionError("no link");
      }
      var admin = new Visitor(port);
      var mine = "four plain words in a row";
      var page = admin.open(link.path());
      var pairs = new String[] {"name", "王红", "login", "wanghong", "password", mine, "again", mine};
      assertThat(admin.sendFrom(page, "/first-admin", pairs).path()).isEqualTo("/sign-in?made");
      admin.as("wanghong", mine);
      assertThat(new Visitor(port).open(link.path()).status()).isEqualTo(410);
    }
  }

  @Nested
  class OutsideTheDemo {

    @Test
    void nobodyHasAPublishedPasswordAndNoCodeIsShown() {
      assertThat(house.getBeanNamesForType(DemoStaff.class)).isEmpty();
      assertThat(house.getBeanNamesForType(DemoCodes.class)).isEmpty();
      assertThat(signIn("admin", "demo-1234")).isEqualTo("/sign-in?failed");
      var page = new Visitor(port).send("/my/sign-in", "phone", "13903521234");
      assertThat(page.body()).doesNotContain(phones.last("13903521234"), "演示环境");
    }
  }
}
