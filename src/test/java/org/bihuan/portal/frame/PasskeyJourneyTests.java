package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.TestingPasskey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeyJourneyTests extends HouseVisits {

  private static final String MINE = "/account/passkeys";
  private static final String SHOW = "/sign-in/passkey";

  private Visitor handler = new Visitor(0);
  private TestingPasskey key = new TestingPasskey("");

  @BeforeEach
  void comes() {
    handler = new Visitor(port).as("handler", password);
    key = new TestingPasskey("http://localhost:" + port);
  }

  private static JsonNode options(Visitor visitor, Visitor.Seen page, String path) {
    var answer = visitor.sendFrom(page, path);
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Visitor.Seen add() {
    var page = handler.open(MINE);
    var asked = options(handler, page, MINE + "/options");
    assertThat(asked.at("/authenticatorSelection/userVerification").asString())
        .isEqualTo("required");
    assertThat(asked.at("/user/name").asString()).isEqualTo("handler");
    var owner = staff.find("handler").orElseThrow().id();
    var answer = key.make(asked.at("/challenge").asString(), owner);
    return handler.sendFrom(page, MINE, "name", "我的钥匙", "answer", answer);
  }

  private Visitor.Seen show(Visitor visitor, Visitor.Seen page) {
    var asked = options(visitor, page, SHOW + "/options");
    assertThat(asked.has("allowCredentials")).isFalse();
    return visitor.sendFrom(page, SHOW, "answer", key.show(asked.at("/challenge").asString()));
  }

  @Nested
  class APasskey {

    @Test
    void isAddedListedAndRemoved() {
      var page = add();
      assertThat(page.path()).isEqualTo(MINE);
      assertThat(page.body()).contains("我的钥匙", "还没用过", "只在这一个设备上");
      assertThat(handler.open("/account").body()).contains("已添加1个");
      var id = page.hidden().getOrDefault("id", "");
      assertThat(handler.sendFrom(page, MINE + "/remove", "id", id).body()).contains("还没有通行密钥");
    }

    @Test
    void signsInWithoutAPassword() {
      add();
      var anew = new Visitor(port);
      assertThat(show(anew, anew.open("/sign-in")).path()).startsWith("/desk");
      assertThat(anew.open("/testing/handler").body()).isEqualTo("handler");
    }

    @Test
    void isAskedForAfterThePassword() {
      add();
      var anew = new Visitor(port);
      var second = anew.send("/sign-in", "username", "handler", "password", password);
      assertThat(second.path()).isEqualTo("/sign-in/second");
      assertThat(second.body()).contains("通行密钥").doesNotContain("name=\"code\"");
      assertThat(anew.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(show(anew, second).path()).startsWith("/desk");
    }

    @Test
    void isNoSecondFactorOfAnother() {
      add();
      var clerk = add("another", Role.HANDLER);
      jdbc.sql(
              """
              insert into access.passkey (id, staff_id, credential, attested, counter, synced, name, made_at)
              select gen_random_uuid(), id, 'x', 'x', 0, false, 'x', now() from access.staff
               where login = 'another'
              """)
          .update();
      var anew = new Visitor(port);
      var second = anew.send("/sign-in", "username", "another", "password", clerk);
      assertThat(second.path()).isEqualTo("/sign-in/second");
      assertThat(show(anew, second).path()).isEqualTo("/sign-in?key");
      assertThat(anew.open("/desk").path()).isEqualTo("/sign-in");
    }

    @Test
    void answersAChallengeOnceAndInItsOwnBrowser() {
      add();
      var anew = new Visitor(port);
      var page = anew.open("/sign-in");
      var asked = options(anew, page, SHOW + "/options").at("/challenge").asString();
      var stranger = new Visitor(port);
      var answer = key.show(asked);
      assertThat(stranger.sendFrom(stranger.open("/sign-in"), SHOW, "answer", answer).path())
          .isEqualTo("/sign-in?key");
      assertThat(anew.sendFrom(page, SHOW, "answer", "{}").path()).isEqualTo("/sign-in?key");
      assertThat(anew.sendFrom(page, SHOW, "answer", answer).path()).isEqualTo("/sign-in?key");
    }

    @Test
    void provesAnewWhoOneIs() {
      add();
      jdbc.sql("update access.visit set proved_at = proved_at - interval '1 hour'").update();
      var page = handler.open(MINE);
      assertThat(page.path()).isEqualTo("/account/prove");
      assertThat(page.body()).contains("data-passkey=\"show\"").doesNotContain("name=\"secret\"");
      assertThat(handler.sendFrom(page, "/account/prove", "secret", password).status())
          .isEqualTo(422);
      var asked = options(handler, page, SHOW + "/options").at("/challenge").asString();
      var on = handler.sendFrom(page, "/account/prove/passkey", "answer", key.show(asked));
      assertThat(on.path()).isEqualTo(MINE);
    }
  }

  @Nested
  class AKnownBrowser {

    @Test
    void isNotKeptOutByStrangers() {
      var stranger = new Visitor(port);
      for (int i = 0; i < 6; i++) {
        stranger.send("/sign-in", "username", "handler", "password", "wrong");
      }
      assertThat(stranger.send("/sign-in", "username", "handler", "password", password).path())
          .isEqualTo("/sign-in?wait");
      handler.sendFrom(handler.open("/account"), "/sign-out");
      handler.as("handler", password);
      handler.sendFrom(handler.open("/account"), "/sign-out");
      assertThat(handler.send("/sign-in", "username", "clerk", "password", "wrong").path())
          .isEqualTo("/sign-in?failed");
    }
  }
}
