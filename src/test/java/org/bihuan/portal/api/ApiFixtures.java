package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.TestStaff;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API, and what it usually sends. */
final class ApiFixtures {

  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String TAIL = "5678";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final TestStaff staff;

  ApiFixtures(int port, TestStaff staff) {
    this.port = port;
    this.staff = staff;
  }

  /** An answer, with its body as JSON. */
  record Got(int status, JsonNode body, HttpResponse<byte[]> response) {

    String text(String path) {
      return body.at(path).asString("");
    }

    @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    Got expecting(int wanted) {
      assertThat(status).describedAs("%s", body).isEqualTo(wanted);
      return this;
    }

    Got refusing(int wanted, String refusal) {
      expecting(wanted);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(text("/refusal")).isEqualTo(refusal);
      assertThat(text("/message")).isNotBlank();
      return this;
    }

    String number() {
      return text("/number");
    }
  }

  HttpRequest.Builder as(@Nullable String token, String path) {
    var request =
        HttpRequest.newBuilder(
            URI.create(URI.create("http://localhost:" + port + path).toASCIIString()));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  Got send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      var bytes = response.body();
      return new Got(
          response.statusCode(),
          bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes),
          response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Got get(@Nullable String token, String path) {
    return send(as(token, path).GET());
  }

  Got get(Role role, String path) {
    return get(staff.token(role), path);
  }

  static HttpRequest.Builder json(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
  }

  Got post(@Nullable String token, String path, String body) {
    return send(json(as(token, path), body));
  }

  Got post(@Nullable String token, String path, String body, String key) {
    return send(json(as(token, path), body).header("Idempotency-Key", key));
  }

  Got act(Role role, String number, String act, String body) {
    return post(staff.token(role), "/api/v1/cases/" + number + "/acts/" + act, body);
  }

  Got act(String unit, Role role, String number, String act, String body) {
    return post(staff.in(unit, role).token(), "/api/v1/cases/" + number + "/acts/" + act, body);
  }

  Got say(String code, String act, String more) {
    var body = "{\"phoneTail\":\"" + TAIL + "\"" + more + "}";
    return post(null, "/api/v1/track/" + code + "/acts/" + act, body);
  }

  Got track(String code) {
    return get((String) null, "/api/v1/track/" + code + "?phoneTail=" + TAIL);
  }

  Got opens(String body) {
    return post(staff.token(Role.CLERK), "/api/v1/cases", body).expecting(201);
  }

  /** A name nobody else has: each matter of another person. */
  static String name() {
    var n = COUNT.incrementAndGet();
    return "张" + (char) ('一' + n / 500) + (char) ('一' + n % 500);
  }

  static String licence() {
    return opening("licence", "construction-permit", "文兴文化产业园施工许可")
        .formatted("{\"project\":\"文兴文化产业园\",\"siteArea\":1250.5}");
  }

  static String appeal(String facts) {
    return opening("appeal", "street-lamp", "路灯不亮").formatted(facts);
  }

  private static String opening(String procedure, String item, String title) {
    return """
        {"procedure":"%s","item":"%s","title":"%s","area":"140213051",
         "applicant":{"name":"%s","phone":"138%04d5678"},"facts":%%s}
        """
        .formatted(procedure, item, title, name(), COUNT.incrementAndGet());
  }
}
