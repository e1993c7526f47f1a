package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is a problem with a name and words, never a fault of ours. */
@TestApp
class RefusedInputApiTests {

  private static final String CASES = "/api/v1/cases";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;

  private ApiFixtures api;
  private String clerk = "";

  @BeforeEach
  void begins() {
    work.begin();
    api = new ApiFixtures(port, staff);
    clerk = staff.token(Role.CLERK);
  }

  private static String sound() {
    return ApiFixtures.licence();
  }

  static Stream<String> brokenBodies() {
    return Stream.of(
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{} {}",
        "{\"title\":\"\u0001\"}",
        "{\"title\":NaN}",
        "{\"title\":'x'}",
        "[".repeat(100_000),
        "{\"facts\":".repeat(200) + "1" + "}".repeat(200),
        "{\"facts\":{\"n\":" + "9".repeat(2_000) + "}}");
  }

  static Stream<String> wrongBodies() {
    return Stream.of(
        "{}",
        "{\"title\":1}",
        "{\"applicant\":[]}",
        "{\"applicant\":{\"name\":{}}}",
        "{\"facts\":[]}",
        "{\"parent\":true}",
        sound().replace("文兴文化产业园施工许可", "题\\u0000目"),
        sound().replace("文兴文化产业园施工许可", "题\\ud800目"),
        sound().replace("\"文兴文化产业园\"", "\"项\\u0000目\""),
        sound().replace("\"文兴文化产业园\"", "\"项\\udc00目\""),
        sound().replace("\"project\"", "\"pro\\u0000ject\""),
        sound().replace("1250.5", "1e400"),
        sound().replace("1250.5", "-1e400"),
        sound().replace("1250.5", "1e-400"),
        sound().replace("1250.5", "1e999999999"),
        sound().replace("1250.5", "123456789.123456789123"),
        sound().replace("1250.5", "9".repeat(900)),
        sound().replace("1250.5", "\"1250.5\""),
        sound().replace("1250.5", "0"),
        sound().replace("1250.5", "[[[[[[[[[[[[[[1]]]]]]]]]]]]]]"),
        sound().replace("140213051", "999999999"),
        sound().replace("construction-permit", "noise"),
        sound().replace("\"licence\"", "\"no-such\""),
        sound().replace("\"title\"", "\"channel\":\"pigeon\",\"title\""),
        sound().replace("\"title\"", "\"parent\":\"L1402130512026112300001\",\"title\""),
        sound().replace("文兴文化产业园施工许可", "长".repeat(201)),
        sound().replace("文兴文化产业园施工许可", "x".repeat(900_000)),
        sound().replace("138", "138138138"));
  }

  @Nested
  class Opening {

    @ParameterizedTest
    @MethodSource("org.bihuan.portal.api.RefusedInputApiTests#brokenBodies")
    void refusesWhatIsNoJsonObject(String body) {
      var got = api.post(clerk, CASES, body);
      assertThat(got.status()).isIn(400, 422);
      assertThat(got.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("org.bihuan.portal.api.RefusedInputApiTests#wrongBodies")
    void namesEveryWrongField(String body) {
      var got = api.post(clerk, CASES, body).refusing(422, "invalid-facts");
      assertThat(got.body().path("errors")).isNotEmpty();
      assertThat(got.body().path("errors").findValuesAsString("message")).doesNotContain("");
    }

    @Test
    void refusesUnknownMembersByName() {
      var body = sound().replace("\"title\"", "\"state\":\"archived\",\"version\":9,\"title\"");
      var got = api.post(clerk, CASES, body).refusing(422, "invalid-facts");
      assertThat(got.body().path("errors").findValuesAsString("field"))
          .containsExactly("state", "version");
      assertThat(got.body().path("errors").findValuesAsString("code")).containsOnly("unknown");
      var inner = sound().replace("\"name\"", "\"id\":\"1\",\"name\"");
      assertThat(api.post(clerk, CASES, inner).text("/errors/0/field")).isEqualTo("applicant.id");
    }

    @Test
    void refusesMoreThanAMegabyte() {
      var body = sound().replace("文兴文化产业园施工许可", "长".repeat(400_000));
      api.post(clerk, CASES, body).refusing(413, "too-large");
    }

    @Test
    void refusesWhatIsNotUtf8OrNotJson() {
      var raw = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xed, '"', '}'};
      var request =
          api.as(clerk, CASES)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(raw));
      assertThat(api.send(request).status()).isIn(400, 422);
      var form =
          api.as(clerk, CASES)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("title=x", StandardCharsets.UTF_8));
      assertThat(api.send(form).expecting(415).text("/title")).isEqualTo("格式不支持");
      api.send(api.as(clerk, CASES).DELETE()).refusing(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", "garbage", "application/xml"})
    void refusesOtherContentByName(String type) {
      var request =
          api.as(clerk, CASES)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString("{}", StandardCharsets.UTF_8));
      api.send(request).refusing(415, "unsupported-type");
    }

    /** Through a plain socket: clients refuse to send such a header. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00f0\u009f\u0098\u0080", "\u00e9", "a b", ""})
    void refusesKeysThatAreNotVisibleAscii(String key) throws IOException {
      var body = sound().getBytes(StandardCharsets.UTF_8);
      var head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n"
              .formatted(CASES, clerk);
      var rest =
          "Content-Type: application/json\r\nContent-Length: %d\r\nIdempotency-Key: %s\r\n\r\n"
              .formatted(body.length, key);
      try (var socket = new Socket("localhost", port)) {
        socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"refusal\":\"bad-");
      }
    }

    @Test
    void speaksTheLanguageAskedFor() {
      var request = api.as(clerk, CASES).header("Accept-Language", "en-GB,en;q=0.9");
      var got = api.send(ApiFixtures.json(request, "{}")).refusing(422, "invalid-facts");
      assertThat(got.text("/message"))
          .isEqualTo("Some of what was sent is wrong; please correct what is listed");
      assertThat(got.text("/errors/0/message")).isEqualTo("Enter a title");
      assertThat(got.header("Content-Language")).isEqualTo("en");
    }
  }

  @Nested
  class Acting {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"version\":\"1\"}|422",
          "{\"version\":1.0}|422",
          "{\"version\":1e400}|422",
          "{\"version\":99999999999999999999}|422",
          "{\"state\":\"archived\"}|422",
          "{\"note\":\"\\u0000\"}|422",
          "{\"note\":\"\\ud83d\"}|422",
          "{\"facts\":{\"x\":1}}|422",
          "{\"facts\":null,\"version\":2}|409",
          "{\"version\":0}|409",
          "{\"version\":-1}|409",
          "nothing|400"
        })
    void refusesWhatItCannotMean(String body, int status) {
      var number = api.opens(sound()).number();
      var got = api.act(Role.HANDLER, number, "accept", body).expecting(status);
      assertThat(got.text("/refusal")).isNotBlank();
      assertThat(api.get(Role.CLERK, CASES + "/" + number).body().path("version").asInt()).isOne();
    }

    @Test
    void refusesANoteThatIsTooLong() {
      var number = api.opens(sound()).number();
      var body = "{\"note\":\"" + "长".repeat(2001) + "\"}";
      api.act(Role.HANDLER, number, "accept", body).refusing(422, "note-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "nothing", "deem-accepted%01", "..;", "受理"})
    void knowsNoOtherActs(String act) {
      var number = api.opens(sound()).number();
      var got = api.act(Role.HANDLER, number, act, "{}");
      assertThat(got.status()).isIn(400, 404);
    }
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "cases/L1402130512026112300001",
          "cases/9999999999999999999999999999999999999999999999999999999999999999999999",
          "cases/%01",
          "cases/%F0%9F%98%80",
          "cases/L140213051202611230000199999999999",
          "cases/x/clocks/decision?run=abc",
          "worklist?limit=0",
          "worklist?limit=201",
          "worklist?limit=1e9",
          "worklist?after=x",
          "worklist?after=-1y2p0ij32e8e7.00000000-0000-7000-8000-000000000001",
          "worklist?after=1y2p0ij32e8e7.------------------------------------",
          "worklist?unit=nobody",
          "worklist?state=nowhere",
          "worklist?q=%00",
          "worklist?q=%ED%A0%80",
          "procedures/nothing",
          "procedures/licence?revision=99",
          "procedures/licence?item=noise",
          "procedures/licence?revision=x",
          "nothing"
        })
    void refusesAddressesThatMeanNothing(String path) {
      var got = api.get(Role.DISPATCHER, "/api/v1/" + path);
      assertThat(got.status()).isIn(400, 404);
    }

    @Test
    void namesTheParameterThatCannotBeUnderstood() {
      var got =
          api.get(Role.DISPATCHER, "/api/v1/worklist?limit=abc").refusing(400, "bad-parameter");
      assertThat(got.text("/errors/0/field")).isEqualTo("limit");
    }

    @Test
    void answersHeadWhereAnyoneMayRead() {
      for (var path : List.of("procedures", "items", "areas", "units")) {
        var head = api.as(null, "/api/v1/" + path).method("HEAD", BodyPublishers.noBody());
        api.send(head).expecting(200);
      }
    }
  }
}
