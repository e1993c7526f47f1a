package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.portal.api.ApiFixtures.Got;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sent twice is done once. */
@TestApp
class RetriesApiTests {

  private static final String CASES = "/api/v1/cases";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;

  private ApiFixtures api;
  private String clerk = "";
  private String key = "";

  @BeforeEach
  void begins() {
    work.begin();
    api = new ApiFixtures(port, staff);
    clerk = staff.token(Role.CLERK);
    key = "key-" + ApiFixtures.name().codePoints().sum() + "-" + System.nanoTime();
  }

  private long cases() {
    return jdbc.sql("select count(*) from cases.case_file").query(Long.class).single();
  }

  private static List<Got> atOnce(int count, Callable<Got> call) throws Exception {
    try (var pool = Executors.newFixedThreadPool(count)) {
      var calls = IntStream.range(0, count).mapToObj(i -> call).toList();
      return pool.invokeAll(calls).stream().map(f -> f.resultNow()).toList();
    }
  }

  @Nested
  class TheSameRequest {

    @Test
    void getsTheFirstAnswerAgain() {
      var body = ApiFixtures.licence();
      long before = cases();
      var first = api.post(clerk, CASES, body, key).expecting(201);
      clock.move(java.time.Duration.ofHours(5));
      var again = api.post(clerk, CASES, body, key).expecting(201);
      assertThat(again.response().body()).isEqualTo(first.response().body());
      assertThat(first.header("Idempotency-Replayed")).isNull();
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void twentyTimesAtOnceHasOneEffect() throws Exception {
      var body = ApiFixtures.licence();
      long before = cases();
      var all = atOnce(20, () -> api.post(clerk, CASES, body, key));
      assertThat(all).allMatch(got -> got.status() == 201 || got.status() == 503);
      assertThat(all.stream().filter(g -> g.status() == 201).map(Got::number).distinct())
          .hasSize(1);
      assertThat(
              all.stream()
                  .filter(g -> g.header("Idempotency-Replayed") == null && g.status() == 201))
          .hasSize(1);
      assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void asAnActIsDoneOnce() {
      var number = api.opens(ApiFixtures.licence()).number();
      var path = CASES + "/" + number + "/acts/accept";
      var handler = staff.token(Role.HANDLER);
      var first = api.post(handler, path, "{}", key).expecting(200);
      var again = api.post(handler, path, "{}", key).expecting(200);
      assertThat(again.response().body()).isEqualTo(first.response().body());
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void asThePersonsWordIsHeardOnce() {
      var opened = api.opens(ApiFixtures.appeal("{\"description\":\"路灯整排不亮\"}"));
      var path = "/api/v1/track/" + opened.text("/code") + "/acts/withdraw";
      var body = "{\"phoneTail\":\"5678\",\"note\":\"已自行解决\"}";
      api.post(null, path, body, key).expecting(200);
      var again = api.post(null, path, body, key).expecting(200);
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      api.post(null, path, body).refusing(409, "wrong-state");
    }
  }

  @Nested
  class AKeyUsedBefore {

    @Test
    void isRefusedWithAnotherBodyOrPath() {
      var opened = api.post(clerk, CASES, ApiFixtures.licence(), key).expecting(201);
      long before = cases();
      api.post(clerk, CASES, ApiFixtures.licence(), key).refusing(422, "key-reused");
      api.post(clerk, CASES + "/" + opened.number() + "/acts/accept", "{}", key)
          .refusing(422, "key-reused");
      assertThat(cases()).isEqualTo(before);
    }

    @Test
    void isAnothersOwn() {
      var body = ApiFixtures.licence();
      var mine = api.post(clerk, CASES, body, key).expecting(201);
      var other = staff.another("approval-bureau", Role.CLERK).token();
      var theirs = api.post(other, CASES, body, key).expecting(201);
      assertThat(theirs.number()).isNotEqualTo(mine.number());
      assertThat(theirs.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void servesAgainAfterARefusal() {
      api.post(clerk, CASES, ApiFixtures.licence().replace("138", "1"), key).expecting(422);
      api.post(clerk, CASES, ApiFixtures.licence(), key).expecting(201);
    }

    @Test
    void isRefusedAgainByTheSameRule() {
      var number = api.opens(ApiFixtures.licence()).number();
      var path = CASES + "/" + number + "/acts/grant";
      var body = "{\"facts\":{\"licenceNumber\":\"00012\"}}";
      var handler = staff.token(Role.HANDLER);
      api.post(handler, path, body, key).refusing(409, "wrong-state");
      var again = api.post(handler, path, body, key).refusing(409, "wrong-state");
      assertThat(again.header("Idempotency-Replayed")).isNull();
    }
  }

  @Nested
  class AKey {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "\t"})
    void isVisibleAscii(String bad) {
      var got = api.post(clerk, CASES, ApiFixtures.licence(), bad);
      got.refusing(400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "键", "😀", "a\u0000", "a\u007f"})
    void isNothingElse(String bad) {
      var call = new Call("POST", CASES, Locale.ENGLISH, "127.0.0.1", bad);
      assertThat(call.keyIsSound()).isFalse();
    }

    @Test
    void hasAtMost128Characters() {
      api.post(clerk, CASES, ApiFixtures.licence(), "k".repeat(129)).refusing(400, "bad-parameter");
      var longest = (key + "k".repeat(128)).substring(0, 128);
      api.post(clerk, CASES, ApiFixtures.licence(), longest).expecting(201);
    }
  }

  @Nested
  class TwoActsAtOnce {

    @Test
    void withTheSameVersionLetOneThrough() throws Exception {
      var number = api.opens(ApiFixtures.licence()).number();
      var all = atOnce(8, () -> api.act(Role.HANDLER, number, "accept", "{\"version\":1}"));
      assertThat(all.stream().filter(g -> g.status() == 200)).hasSize(1);
      var late = all.stream().filter(g -> g.status() != 200).toList();
      assertThat(late).hasSize(7).allSatisfy(g -> g.refusing(409, "changed-meanwhile"));
      assertThat(late).allSatisfy(g -> assertThat(g.body().path("version").asInt()).isEqualTo(2));
    }
  }
}
