package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.portal.account.TestingAuthenticator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountJourneyTests extends HouseVisits {

  private static final String FACTOR = "/account/second-factor";

  private Visitor handler = new Visitor(0);

  @BeforeEach
  void comes() {
    handler = new Visitor(port).as("handler", password);
  }

  private TestingAuthenticator setUp() {
    var page = handler.sendFrom(handler.open(FACTOR), FACTOR + "/begin");
    var phone = new TestingAuthenticator(page.body());
    var done = handler.sendFrom(page, FACTOR + "/confirm", "code", phone.code(0));
    assertThat(done.body()).contains("保存恢复码").containsPattern("[a-z2-9]{5}-[a-z2-9]{5}");
    return phone;
  }

  private void growStale() {
    jdbc.sql("update access.visit set proved_at = proved_at - interval '1 hour'").update();
  }

  @Nested
  class TheSecondFactor {

    @Test
    void isAskedForAfterThePassword() {
      var phone = setUp();
      var anew = new Visitor(port);
      var second = anew.send("/sign-in", "username", "handler", "password", password);
      assertThat(second.path()).isEqualTo("/sign-in/second");
      assertThat(anew.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(anew.open("/testing/handler").path()).isEqualTo("/sign-in");
      var wrong = anew.send("/sign-in/second", "code", phone.code(-9));
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.body()).contains("验证码不对");
      assertThat(anew.send("/sign-in/second", "code", phone.code(1)).path()).startsWith("/testing");
      assertThat(anew.open("/testing/handler").body()).isEqualTo("handler");
    }

    @Test
    void takesTheSameCodeOnce() {
      var phone = setUp();
      var code = phone.code(1);
      var first = new Visitor(port);
      first.send("/sign-in", "username", "handler", "password", password);
      assertThat(first.send("/sign-in/second", "code", code).path()).startsWith("/desk");
      var again = new Visitor(port);
      again.send("/sign-in", "username", "handler", "password", password);
      assertThat(again.send("/sign-in/second", "code", code).status()).isEqualTo(422);
    }

    @Test
    void cannotBeShownByOneWhoShowedNoPassword() {
      var stranger = new Visitor(port);
      var page = stranger.open("/sign-in/second");
      assertThat(page.path()).isEqualTo("/sign-in");
      assertThat(stranger.sendFrom(page, "/sign-in/second", "code", "123456").path())
          .isEqualTo("/sign-in");
    }
  }

  @Nested
  class Sessions {

    @Test
    void areListedAndEndedFromAnother() {
      var there = new Visitor(port).as("handler", password);
      var clerk = add("another", Role.HANDLER);
      var stranger = new Visitor(port).as("another", clerk);
      var page = handler.open("/account");
      assertThat(page.body()).contains("本设备", "结束这个登录", "127.0.0.1");
      assertThat(handler.sendFrom(page, "/account/visits/end-others").body()).contains("已结束");
      assertThat(there.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(handler.open("/desk").path()).isEqualTo("/desk");
      assertThat(stranger.open("/desk").path()).isEqualTo("/desk");
    }

    @Test
    void ofOthersCannotBeEnded() {
      var clerk = add("another", Role.HANDLER);
      var stranger = new Visitor(port).as("another", clerk);
      var id =
          jdbc.sql(
                  "select v.id::text from access.visit v join access.staff s on s.id = v.staff_id"
                      + " where s.login = 'another'")
              .query(String.class)
              .single();
      var page = handler.open("/account");
      var answer = handler.sendFrom(page, "/account/visits/end", "id", id);
      assertThat(answer.body()).contains("这个登录已经结束了");
      assertThat(stranger.open("/desk").path()).isEqualTo("/desk");
    }
  }

  @Nested
  class WhatIsGrave {

    @Test
    void asksAgainWhoOneIsAndGoesOnThere() {
      growStale();
      var page = handler.open("/account/password");
      assertThat(page.path()).isEqualTo("/account/prove");
      var wrong = handler.sendFrom(page, "/account/prove", "secret", "wrong");
      assertThat(wrong.status()).isEqualTo(422);
      var on = handler.sendFrom(page, "/account/prove", "secret", password);
      assertThat(on.path()).isEqualTo("/account/password");
    }

    @Test
    void isNotDoneWithoutIt() {
      var page = handler.open("/account/tokens");
      growStale();
      var answer = handler.sendFrom(page, "/account/tokens", "name", "x", "days", "9");
      assertThat(answer.path()).isEqualTo("/account/prove");
      assertThat(staff.liveTokens(staff.find("handler").orElseThrow().id())).hasSize(1);
    }
  }

  @Nested
  class ThePassword {

    @Test
    void isChangedByOneselfAndEndsEverySession() {
      var there = new Visitor(port).as("handler", password);
      var page = handler.open("/account/password");
      var common =
          handler.sendFrom(
              page, "/account/password", "password", "demo-1234", "again", "demo-1234");
      assertThat(common.status()).isEqualTo(422);
      var mine = "four plain words in a row";
      var done = handler.sendFrom(page, "/account/password", "password", mine, "again", mine);
      assertThat(done.path()).isEqualTo("/sign-in?changed");
      assertThat(handler.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(there.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(new Visitor(port).as("handler", mine).open("/desk").status()).isEqualTo(200);
    }
  }

  @Nested
  class Tokens {

    @Test
    void areShownOnceAndRevoked() {
      var page = handler.open("/account/tokens");
      var made = handler.sendFrom(page, "/account/tokens", "name", "reader", "days", "9");
      assertThat(made.body()).containsPattern("bihuan_[A-Za-z0-9_-]{43}");
      assertThat(handler.open("/account/tokens").body())
          .contains("reader")
          .doesNotContain("bihuan_");
      handler.sendFrom(page, "/account/tokens/revoke", "name", "reader");
      assertThat(handler.open("/account/tokens").body()).doesNotContain("reader");
      assertThat(Set.of(422))
          .contains(handler.sendFrom(page, "/account/tokens", "name", "", "days", "9").status())
          .contains(handler.sendFrom(page, "/account/tokens", "name", "x", "days", "999").status());
    }
  }
}
