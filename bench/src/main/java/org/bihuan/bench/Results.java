package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what was found: {@code latest.json}, {@code latest.md}, the charts, and {@code
 * latest.notes.json} with what is told besides.
 */
final class Results {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String LINES = "latest.json";
  private static final String NOTES = "latest.notes.json";

  private final Setup setup;
  private final Book book;

  Results(Setup setup, Book book) {
    this.setup = setup;
    this.book = book;
  }

  void write() {
    try {
      var folder = Files.createDirectories(setup.results());
      Files.writeString(folder.resolve(LINES), json() + "\n");
      Files.writeString(folder.resolve("latest.md"), new Report(book).text());
      Files.writeString(
          folder.resolve(NOTES), JSON.writeValueAsString(new TreeMap<>(book.notes())) + "\n");
      Charts.write(folder, book.lines());
    } catch (IOException e) {
      throw new UncheckedIOException("the results cannot be written", e);
    }
  }

  /** What earlier runs wrote; an empty book if there were none. */
  static Book read(Path folder) {
    var lines = folder.resolve(LINES);
    var notes = folder.resolve(NOTES);
    if (!Files.exists(lines) || !Files.exists(notes)) {
      return new Book();
    }
    var found = new ArrayList<Line>();
    JSON.readTree(lines.toFile()).forEach(node -> found.add(line(node)));
    return new Book(
        found, JSON.readValue(notes.toFile(), new TypeReference<TreeMap<String, Book.Notes>>() {}));
  }

  private static Line line(JsonNode node) {
    var median = node.path("ratio_median");
    var ratio =
        median.isNumber()
            ? new Line.Ratio(
                median.asDouble(),
                node.path("ratio_min").asDouble(),
                node.path("ratio_max").asDouble())
            : null;
    return new Line(
        node.path("work").asString(),
        node.path("callers").asInt(),
        node.path("size").asLong(),
        node.path("rate").asDouble(),
        node.path("p50_ms").asDouble(),
        node.path("p95_ms").asDouble(),
        node.path("p99_ms").asDouble(),
        node.path("reference").isNull() ? null : node.path("reference").asString(),
        ratio);
  }

  private String json() {
    var array = JSON.createArrayNode();
    for (var line : book.lines()) {
      var node = array.addObject();
      node.put("work", line.work()).put("callers", line.callers()).put("size", line.size());
      number(node, "rate", line.rate());
      number(node, "p50_ms", line.p50());
      number(node, "p95_ms", line.p95());
      number(node, "p99_ms", line.p99());
      node.put("reference", line.reference());
      var ratio = line.ratio();
      number(node, "ratio_median", ratio == null ? null : ratio.median());
      number(node, "ratio_min", ratio == null ? null : ratio.min());
      number(node, "ratio_max", ratio == null ? null : ratio.max());
    }
    return JSON.writeValueAsString(array);
  }

  private static void number(ObjectNode node, String name, @Nullable Double value) {
    if (value == null) {
      node.putNull(name);
    } else {
      node.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.3f", value)));
    }
  }
}
