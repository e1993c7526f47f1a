package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPagesTests extends HouseVisits {

  @Nested
  class Programs {

    @Test
    void areKnownByTheirTokenOnly() {
      assertThat(api("/api/v1/testing", handlerToken).body()).isEqualTo("handler");
      assertThat(get("/api/v1/testing").statusCode()).isEqualTo(401);
      assertThat(get("/api/v1/testing").headers().firstValue("WWW-Authenticate"))
          .contains("Bearer");
      assertThat(api("/api/v1/testing", clerkToken).statusCode()).isEqualTo(403);
      assertThat(api("/api/v1/testing", handlerToken + "x").statusCode()).isEqualTo(401);
      signIn("handler", password);
      assertThat(get("/api/v1/testing").statusCode()).isEqualTo(401);
    }

    @Test
    void mayReadWhatIsOpen() {
      assertThat(get("/api/v1/units/testing").body()).isEqualTo("nobody");
      assertThat(api("/api/v1/units/testing", handlerToken).body()).isEqualTo("handler");
      assertThat(api("/api/v1/units/testing", "bad").statusCode()).isEqualTo(401);
      assertThat(get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void loseTheirTokenAtOnce() {
      done(staff.revokeToken("handler", "t"));
      assertThat(api("/api/v1/testing", handlerToken).statusCode()).isEqualTo(401);
    }

    @Test
    void getNoSession() {
      var answer = api("/api/v1/testing", handlerToken);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void cannotReachARouteThatSaysNothing() {
      assertThat(api("/api/v1/testing/unmarked", handlerToken).statusCode()).isEqualTo(403);
    }
  }

  @Nested
  class Problems {

    private void expect(HttpResponse<String> answer, int status) {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body())
          .contains("\"status\":" + status, "\"message\":\"")
          .doesNotContain("secret", "Exception", "org.");
    }

    private HttpResponse<String> post(String type, String body) {
      return send(
          at("/api/v1/testing")
              .header("Authorization", "Bearer " + handlerToken)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void speakForEveryFailure() {
      expect(get("/api/v1/testing"), 401);
      expect(api("/api/v1/testing", clerkToken), 403);
      expect(api("/api/v1/nothing", handlerToken), 404);
      expect(api("/api/v1/testing?number=x", handlerToken), 400);
      expect(api("/api/v1/testing/fault", handlerToken), 500);
      expect(post("application/json", "{"), 400);
      expect(post("text/plain", "x"), 415);
      expect(post("application/json", "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}"), 413);
      assertThat(post("application/json", "{\"a\":1}").statusCode()).isEqualTo(200);
      expect(
          send(at("/api/v1/testing").header("Authorization", "Bearer " + handlerToken).DELETE()),
          405);
      expect(
          send(
              at("/api/v1/testing")
                  .header("Authorization", "Bearer " + handlerToken)
                  .header("Content-Type", "application/json")
                  .header("Accept", "image/png")
                  .POST(BodyPublishers.ofString("{}"))),
          406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=%ED%A0%80", "/track?code=%ED%A0%80", "/sign-in?x=%FF"})
    void areTheCallersWhereAParameterIsNoText(String path) {
      var answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("<html", "bh-head");
    }

    @Test
    void stopABodyThatDoesNotSayItsLength() {
      var endless =
          BodyPublishers.ofInputStream(
              () ->
                  new ByteArrayInputStream(
                      ("{\"a\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}")
                          .getBytes(StandardCharsets.UTF_8)));
      expect(
          send(
              at("/api/v1/testing")
                  .header("Authorization", "Bearer " + handlerToken)
                  .header("Content-Type", "application/json")
                  .POST(endless)),
          413);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,没有权限", "en-US,Not allowed", "fr,没有权限"})
    void speakTheCallersLanguage(String language, String title) {
      var answer =
          send(
              at("/api/v1/testing")
                  .header("Authorization", "Bearer " + clerkToken)
                  .header("Accept-Language", language));
      assertThat(answer.body()).contains(title);
    }
  }
}
