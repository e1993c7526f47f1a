package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the numbers were measured on. */
final class Machine {

  private Machine() {}

  static Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put(
        "machine",
        "%d cores, %s, %s memory"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                first("/proc/cpuinfo", "model name"),
                first("/proc/meminfo", "MemTotal")));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    facts.put("load before the report", load());
    facts.put(
        "rivals", "Flowable %s, Operaton %s".formatted(Versions.flowable(), Versions.operaton()));
    facts.put(
        "database",
        "PostgreSQL of the product with its settings: fsync, synchronous_commit and"
            + " full_page_writes on, all else as shipped; pg_stat_statements loaded");
    facts.put("pool", Setup.POOL + " connections for each contestant");
    return facts;
  }

  private static String load() {
    return Files.isReadable(Path.of("/proc/loadavg")) ? read("/proc/loadavg").strip() : "unknown";
  }

  private static String first(String file, String name) {
    if (!Files.isReadable(Path.of(file))) {
      return "unknown";
    }
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
