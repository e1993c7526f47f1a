package bihuan.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a program of the operating system to its end. */
final class Shell {

  private Shell() {}

  /** Runs it; what it said is the complaint if it fails. */
  static void run(String... command) throws IOException, InterruptedException {
    var said = said(command);
    if (said.exit() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said.text());
    }
  }

  /** How a program ended and what it said. */
  record Said(int exit, String text) {}

  static Said said(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text.strip());
  }
}
