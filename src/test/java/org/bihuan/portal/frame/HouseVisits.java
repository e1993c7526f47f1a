package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Places;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser and a program that talk to the whole house; a handler and a clerk work in it. */
class HouseVisits implements WholeHouse {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired Places places;
  @Autowired Units units;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  String password = "";
  String handlerToken = "";
  String clerkToken = "";

  @BeforeEach
  void signsUp() {
    places.load();
    units.load();
    for (var table : new String[] {"token", "staff_role", "staff", "attempt"}) {
      jdbc.sql("delete from access." + table).update();
    }
    password = add("handler", Role.HANDLER);
    add("clerk", Role.CLERK);
    handlerToken = done(staff.createToken("handler", "t", Duration.ofDays(1))).token();
    clerkToken = done(staff.createToken("clerk", "t", Duration.ofDays(1))).token();
  }

  String add(String login, Role role) {
    var newcomer = new Staff.Newcomer(login, login, "dispatch-centre", Set.of(role));
    return done(staff.add(newcomer)).password();
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var reason) -> throw new AssertionError(reason.code());
    };
  }

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(at(path));
  }

  HttpResponse<String> api(String path, String token) {
    return send(at(path).header("Authorization", "Bearer " + token));
  }

  HttpRequest.Builder form(String path, String csrf, String... pairs) {
    var body = new StringBuilder("_csrf=").append(encode(csrf));
    for (int i = 0; i < pairs.length; i += 2) {
      body.append('&').append(pairs[i]).append('=').append(encode(pairs[i + 1]));
    }
    return at(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String csrf() {
    var found = CSRF.matcher(get("/sign-in").body() + get("/").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  String signIn(String login, String secret) {
    var answer = send(form("/sign-in", csrf(), "username", login, "password", secret));
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElse("");
  }
}
