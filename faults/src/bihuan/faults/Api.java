package bihuan.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the product. */
final class Api implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String CASES = "/api/v1/cases";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Api(int port) {
    this.port = port;
  }

  /** Something to send, as often as it takes. */
  record Call(String path, String token, String body, @Nullable String key) {}

  /** What came back. */
  record Got(int status, JsonNode body, boolean replayed, @Nullable String retryAfter) {

    String text(String name) {
      return body.path(name).asString("");
    }
  }

  /** Opens a licence under this title. */
  Call opening(String token, String title, @Nullable String key) {
    var body = JSON.createObjectNode();
    body.put("procedure", "licence").put("item", "construction-permit");
    body.put("title", title).put("area", "140213051");
    body.putObject("applicant").put("name", "试验人").put("phone", phone(title));
    body.putObject("facts").put("project", title).put("siteArea", 100);
    return new Call(CASES, token, body.toString(), key);
  }

  /** Raises an appeal about a street lamp. */
  Call appeal(String token, String title, @Nullable String key) {
    var body = JSON.createObjectNode();
    body.put("procedure", "appeal").put("item", "street-lamp");
    body.put("title", title).put("area", "140213051");
    body.putObject("applicant").put("name", "试验人").put("phone", phone(title));
    body.putObject("facts").put("description", "路灯整排不亮：" + title);
    return new Call(CASES, token, body.toString(), key);
  }

  /** The same title is the same person's. */
  private static String phone(String title) {
    return "138" + String.format("%08d", Math.floorMod(title.hashCode(), 100_000_000));
  }

  static Call act(String token, String number, String act, String body, @Nullable String key) {
    return new Call(CASES + "/" + number + "/acts/" + act, token, body, key);
  }

  Got get(String token, String path) throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  Got send(Call call) throws IOException, InterruptedException {
    var request =
        request(call.path(), call.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(call.body().getBytes(StandardCharsets.UTF_8)));
    if (call.key() != null) {
      request.header("Idempotency-Key", call.key());
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private Got send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofByteArray());
    var headers = response.headers();
    return new Got(
        response.statusCode(),
        read(response.body()),
        headers.firstValue("Idempotency-Replayed").isPresent(),
        headers.firstValue("Retry-After").orElse(null));
  }

  private static JsonNode read(byte[] body) {
    return body.length == 0 || body[0] != '{' && body[0] != '['
        ? JSON.createObjectNode()
        : JSON.readTree(body);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
