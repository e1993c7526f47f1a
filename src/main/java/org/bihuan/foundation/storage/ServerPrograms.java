package org.bihuan.foundation.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs that came with the server. */
final class ServerPrograms {

  private ServerPrograms() {}

  /** Where a program of the server is. */
  static String path(String name) {
    return PostgresBinaries.unpacked().resolve("bin").resolve(name).toString();
  }

  /** PostgreSQL refuses to run as root; a user namespace takes root's rights away from it. */
  static void run(List<String> command) throws IOException, InterruptedException {
    var whole = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    var log = Files.createTempFile("bihuan-", ".log");
    var process =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var exit = process.waitFor();
    var said = Files.readString(log).strip();
    Files.delete(log);
    if (exit != 0) {
      var last = said.lines().reduce("", (a, b) -> b);
      throw new StorageFault(
          "PostgreSQL's " + Path.of(command.getFirst()).getFileName() + " failed: " + last);
    }
  }
}
