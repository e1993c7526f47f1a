package org.bihuan.portal.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows under named columns, printed as people or programs like it.
 *
 * @param columns names of the columns, lower case: they are the keys of the JSON
 * @param rows as many cells each as there are columns
 */
record Listing(List<String> columns, List<List<String>> rows) {

  private static final JsonMapper JSON = new JsonMapper();

  /** How rows are printed. */
  enum Format {
    TABLE,
    JSON,
    CSV;

    /** The name used on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String rendered(Format format) {
    return switch (format) {
      case TABLE -> TextTable.of(Stream.concat(Stream.of(columns), rows.stream()).toList());
      case JSON -> json();
      case CSV ->
          Stream.concat(Stream.of(columns), rows.stream())
              .map(row -> row.stream().map(Listing::cell).collect(Collectors.joining(",")))
              .collect(Collectors.joining("\r\n", "", "\r\n"));
    };
  }

  private String json() {
    var objects =
        rows.stream()
            .map(
                row -> {
                  var object = new LinkedHashMap<String, String>();
                  IntStream.range(0, row.size())
                      .forEach(i -> object.put(columns.get(i), row.get(i)));
                  return object;
                })
            .toList();
    return JSON.writeValueAsString(objects) + "\n";
  }

  /**
   * A spreadsheet takes a cell that begins like a formula for one: an apostrophe goes before it.
   */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    var safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
