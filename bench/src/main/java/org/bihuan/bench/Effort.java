package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time used so far, in seconds: says more than the clock on the wall when others use the
 * machine too.
 *
 * @param program this process
 * @param server PostgreSQL with all its processes, ended ones too
 */
record Effort(double program, double server) {

  private static final double TICKS = 100;

  static Effort now(Path dataDirectory) {
    var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Effort(bean.getProcessCpuTime() / 1e9, server(dataDirectory));
  }

  Effort since(Effort before) {
    return new Effort(program - before.program, server - before.server);
  }

  Effort plus(Effort other) {
    return new Effort(program + other.program, server + other.server);
  }

  private static double server(Path dataDirectory) {
    try {
      var postmaster = Files.readAllLines(dataDirectory.resolve("postmaster.pid")).getFirst();
      double ticks = ticks(postmaster, 11, 15);
      for (var child : children(postmaster)) {
        ticks += ticks(child, 11, 13);
      }
      return ticks / TICKS;
    } catch (IOException e) {
      throw new UncheckedIOException("the server's processes cannot be read", e);
    }
  }

  private static List<String> children(String pid) throws IOException {
    var text = Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children")).strip();
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** Sums fields of a process's account, counted after its name; 0 if it has just ended. */
  private static double ticks(String pid, int from, int to) throws IOException {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += Long.parseLong(fields[i]);
      }
      return sum;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
