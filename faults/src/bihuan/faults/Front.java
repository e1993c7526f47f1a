package bihuan.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** A door in front of the product that does wrong on purpose, for the controls. */
final class Front implements AutoCloseable {

  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(24);
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final UnaryOperator<Sent> change;
  private final boolean early;

  /** A request on its way: path, token, key and body; an empty key is none. */
  record Sent(String path, String token, String key, String body) {}

  private Front(int port, UnaryOperator<Sent> change, boolean early) throws IOException {
    this.port = port;
    this.change = change;
    this.early = early;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(workers);
    server.createContext("/", this::pass);
    server.start();
  }

  /** Says that it was done, and only then asks the product to do it. */
  static Front early(int port) throws IOException {
    return new Front(port, UnaryOperator.identity(), true);
  }

  /** Passes every request on, changed. */
  static Front changing(int port, UnaryOperator<Sent> change) throws IOException {
    return new Front(port, change, false);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var key = headers.getFirst("Idempotency-Key");
    var sent =
        change.apply(
            new Sent(
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("Authorization")),
                key == null ? "" : key,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    if (early) {
      answer(exchange, 201, "{\"number\":\"L0\"}".getBytes(StandardCharsets.UTF_8));
      later(sent);
      return;
    }
    try {
      var got = http.send(request(exchange.getRequestMethod(), sent), BodyHandlers.ofByteArray());
      got.headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))
                    && !name.startsWith(":")
                    && !name.equalsIgnoreCase("transfer-encoding")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      answer(exchange, got.statusCode(), got.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<Integer> later(Sent sent) {
    return workers.submit(
        () -> {
          Thread.sleep(150);
          return http.send(request("POST", sent), BodyHandlers.discarding()).statusCode();
        });
  }

  private HttpRequest request(String method, Sent sent) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + sent.path()))
            .timeout(Duration.ofSeconds(15))
            .header("Authorization", sent.token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(sent.body()));
    return sent.key().isEmpty()
        ? request.build()
        : request.header("Idempotency-Key", sent.key()).build();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    http.shutdownNow();
  }
}
