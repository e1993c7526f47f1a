package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The product as people start it: {@code ./bihuan demo} in a process of its own. */
final class Served implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path folder;
  private final int port;
  private final double seconds;

  private Served(Process process, Path folder, int port, double seconds) {
    this.process = process;
    this.folder = folder;
    this.port = port;
    this.seconds = seconds;
  }

  /**
   * Starts it and waits until its first page is served.
   *
   * @param options for the virtual machine, on top of the product's own
   */
  static Served start(Path home, Path folder, String options) {
    try {
      int port = freePort();
      var command =
          List.of(
              home.resolve("bihuan").toString(),
              "demo",
              "--port",
              "" + port,
              "--data",
              folder.toString());
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("BIHUAN_JAVA_OPTS", options);
      builder.redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile());
      long begun = System.nanoTime();
      var process = builder.start();
      awaitPage(process, port);
      return new Served(process, folder, port, (System.nanoTime() - begun) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException("the product does not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPage(Process process, int port) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the product ended with " + process.exitValue());
      }
      if (Wire.answers(port)) {
        return;
      }
      pause();
    }
    process.destroy();
    throw new IllegalStateException("the product did not come up within " + PATIENCE);
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the product", e);
    }
  }

  int port() {
    return port;
  }

  /** From the command to the first page. */
  double seconds() {
    return seconds;
  }

  /** Memory it holds, its database not counted, in MB. */
  long residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The token of a role. */
  String token(String role) {
    var file = folder.resolve("tokens.json");
    try {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.exists(file) && System.nanoTime() < until) {
        pause(); // written when the demo's stories are told
      }
      return JsonMapper.builder().build().readTree(Files.readString(file)).path(role).asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
