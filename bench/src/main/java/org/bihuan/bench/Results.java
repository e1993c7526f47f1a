package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was found: {@code latest.json}, {@code latest.md} and the charts. */
final class Results {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Setup setup;
  private final Book book;

  Results(Setup setup, Book book) {
    this.setup = setup;
    this.book = book;
  }

  void write() {
    try {
      var folder = Files.createDirectories(setup.results());
      Files.writeString(folder.resolve("latest.json"), json() + "\n");
      Files.writeString(folder.resolve("latest.md"), new Report(setup, book).text());
      Charts.write(folder, book.lines());
    } catch (IOException e) {
      throw new UncheckedIOException("the results cannot be written", e);
    }
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
