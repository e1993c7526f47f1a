package bihuan.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results as a table and as JSON. */
record Report(List<Trial.Result> results) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String BEGIN = "<!-- written by faults/run --publish -->\n";
  private static final String END = "<!-- end -->";

  void print(PrintStream out) {
    out.print(table());
  }

  private String table() {
    var text =
        new StringBuilder(
            "| scenario | row | outcome | numbers | control noticed | form, seed | s |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (var result : results) {
      text.append("| ").append(result.name());
      text.append(" | ").append(result.promise());
      text.append(" | ").append(outcome(result));
      text.append(" | ").append(numbers(result));
      text.append(" | ").append(result.control() == null ? "–" : brief(result.control()));
      text.append(" | ").append(result.full() ? "long, " : "short, ").append(result.seed());
      text.append(" | ").append(result.seconds()).append(" |\n");
    }
    return text.toString();
  }

  private static String outcome(Trial.Result result) {
    if (result.skipped() != null) {
      return "left out: " + result.skipped();
    }
    return result.kept() ? "kept" : "**broken**: " + brief(result.faults().getFirst());
  }

  private static String brief(String text) {
    var line = text.replaceAll("[\\s|]+", " ");
    return line.length() > 200 ? line.substring(0, 200) + " …" : line;
  }

  private static String numbers(Trial.Result result) {
    return result.numbers().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Puts the table between its two marks in a page. */
  void publish(Path page) throws IOException {
    var text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if (from < BEGIN.length() || to < from) {
      throw new IOException(page + " has no place for the table");
    }
    var head = "Written on %s.\n\n".formatted(machine());
    Files.writeString(page, text.substring(0, from) + head + table() + text.substring(to));
  }

  private static String machine() {
    return "%d processors, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  /** Writes the results down; what this run left out stays as an earlier one found it. */
  Report write(Path folder, List<String> order) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("latest.json");
    var byName = new HashMap<String, Trial.Result>();
    if (Files.exists(file)) {
      var before = JSON.readValue(file.toFile(), Report.class);
      before.results().forEach(result -> byName.put(result.name(), result));
    }
    results.forEach(result -> byName.put(result.name(), result));
    var all = order.stream().map(byName::get).filter(Objects::nonNull).toList();
    var merged = new Report(all);
    Files.writeString(file, JSON.writeValueAsString(merged) + "\n");
    Files.writeString(folder.resolve("latest.md"), merged.table());
    return merged;
  }
}
