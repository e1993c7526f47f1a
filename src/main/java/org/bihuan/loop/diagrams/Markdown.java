package org.bihuan.loop.diagrams;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown, written line by line. */
final class Markdown {

  private final StringBuilder out = new StringBuilder();

  void line(String line) {
    out.append(line).append('\n');
  }

  /** A line with an empty one after it. */
  void paragraph(String line) {
    line(line);
    line("");
  }

  void table(String title, String... columns) {
    line("");
    paragraph("## " + title);
    line("| " + String.join(" | ", columns) + " |");
    line("|" + "---|".repeat(columns.length));
  }

  void row(String... cells) {
    var safe = List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList();
    line("| " + String.join(" | ", safe) + " |");
  }

  static String name(String name) {
    return "`" + name + "`";
  }

  static String names(Collection<String> names) {
    return names.stream().map(Markdown::name).collect(Collectors.joining(" "));
  }

  static String sorted(Collection<String> names) {
    return names(names.stream().sorted().toList());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
