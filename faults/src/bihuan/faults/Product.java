package bihuan.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The product as it is delivered: its jar, started as a process of its own.
 *
 * @param home the folder of the jar and its libraries
 * @param classes the compiled harness, for processes that need both
 */
record Product(Path home, Path classes) {

  /** The product as {@code ./bihuan} lays it out, beside the harness. */
  static Product beside(Path harness) {
    return new Product(
        harness.resolve("..").resolve("target").resolve("app").normalize(),
        harness.resolve("target").resolve("classes"));
  }

  /** What a start loads, written down by the build so that later starts are cheap. */
  private Path cache() {
    return home.resolveSibling("bihuan.aot");
  }

  /** A process of the product with these options of the virtual machine and these arguments. */
  ProcessBuilder command(List<String> options, List<String> arguments, Path log) {
    var line = begun(options);
    if (Files.exists(cache())) {
      line.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off,cds=off"));
    }
    line.addAll(List.of("-jar", jar()));
    line.addAll(arguments);
    return quiet(line, log);
  }

  /** A process that runs a class of the harness with the product around it. */
  ProcessBuilder with(Class<?> main, List<String> options, List<String> arguments, Path log) {
    var line = begun(options);
    line.addAll(List.of("-cp", jar() + ":" + classes, main.getName()));
    line.addAll(arguments);
    return quiet(line, log);
  }

  private String jar() {
    return home.resolve("bihuan.jar").toString();
  }

  private static List<String> begun(List<String> options) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var line = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.add("-Xmx400m");
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("--sun-misc-unsafe-memory-access=allow");
    line.add("-Dfile.encoding=UTF-8");
    line.addAll(options);
    return line;
  }

  /** Started as an administrator does it: from any folder. */
  private static ProcessBuilder quiet(List<String> line, Path log) {
    return new ProcessBuilder(line)
        .directory(log.toAbsolutePath().getParent().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  /** A port nobody listens on now. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
