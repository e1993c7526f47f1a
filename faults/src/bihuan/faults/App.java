package bihuan.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The product serving, as a process that can be killed and started again on the same port. */
final class App implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Product product;
  private final List<String> options;
  private final String url;
  private final int port;
  private final Path log;
  private Process process;

  private App(Product product, Place place, String url, List<String> more) throws IOException {
    this.product = product;
    this.url = url;
    this.options = new ArrayList<>(place.options(url));
    this.options.addAll(more);
    this.port = Product.freePort();
    this.log = place.folder().resolve("app-" + port + ".log");
    this.process = launch();
  }

  private Process launch() throws IOException {
    var arguments = List.of("serve", "--port", Integer.toString(port));
    var builder = product.command(options, arguments, log);
    builder.environment().put("BIHUAN_DATABASE_URL", url);
    return builder.start();
  }

  /** Starts the product on a place's database and waits until it answers. */
  static App start(Product product, Place place, String... more)
      throws IOException, InterruptedException {
    return start(product, place, place.url(), List.of(more));
  }

  /** As {@link #start(Product, Place, String...)}, reaching the database by another address. */
  static App start(Product product, Place place, String url, List<String> more)
      throws IOException, InterruptedException {
    var app = new App(product, place, url, more);
    app.awaitReady();
    return app;
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  /** Ends the process as a power failure would, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts it again; tells how long it took until it answered. */
  Duration again() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    process = launch();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void awaitReady() throws InterruptedException, IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        close();
        throw new IOException("the product did not start: " + lastLines());
      }
      Thread.sleep(20);
    }
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false; // not yet, which is the answer
    }
  }

  String lastLines() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  @Override
  public void close() {
    kill();
  }
}
