package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: fills the forms that are really there, without scripts. */
public final class Visitor {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String house;

  public Visitor(int port) {
    this.house = "http://localhost:" + port;
  }

  /** A page as it came: its status, where it was after redirects, what it says. */
  public record Seen(int status, String path, String body, Map<String, String> hidden) {}

  public Seen open(String path) {
    return seen(HttpRequest.newBuilder(URI.create(house + path)));
  }

  /** Opens the page of a form, fills it and sends it. */
  public Seen send(String path, String... pairs) {
    return sendFrom(open(path), path, pairs);
  }

  /** Sends a form that was opened before, as often as one likes. */
  public Seen sendFrom(Seen page, String path, String... pairs) {
    var fields = new LinkedHashMap<>(page.hidden());
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    var body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return seen(
        HttpRequest.newBuilder(URI.create(house + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Signs in as a member of the staff. */
  public Visitor as(String login, String password) {
    var desk = send("/sign-in", "username", login, "password", password);
    assertThat(desk.path()).matches("/(desk.*|grid)");
    return this;
  }

  private Seen seen(HttpRequest.Builder request) {
    try {
      var answer = browser.send(request.build(), BodyHandlers.ofInputStream());
      var body = body(answer);
      var uri = answer.uri();
      var path = uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
      var hidden = new LinkedHashMap<String, String>();
      HIDDEN.matcher(body).results().forEach(m -> hidden.put(m.group(1), m.group(2)));
      return new Seen(answer.statusCode(), path, body, hidden);
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  /** A line of events goes on as long as somebody listens: that it was opened is enough. */
  private static String body(HttpResponse<InputStream> answer) throws IOException {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    try (var body = answer.body()) {
      return type.startsWith("text/event-stream")
          ? ""
          : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
