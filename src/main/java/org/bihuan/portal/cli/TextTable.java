package org.bihuan.portal.cli;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligns columns on a terminal, where a Chinese character is two cells wide. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /** The rows as lines, each column as wide as its widest cell; numbers stand to the right. */
  static String of(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    var widths =
        IntStream.range(0, columns)
            .map(c -> rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(c -> padded(row.get(c), widths[c]))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Cells a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static String padded(String text, int width) {
    var space = " ".repeat(width - width(text));
    return text.matches("\\d+") ? space + text : text + space;
  }

  private static boolean wide(int c) {
    boolean fullWidthForm = c >= 0xff01 && c <= 0xff60;
    boolean cjkPunctuation = c >= 0x3000 && c <= 0x303f;
    return fullWidthForm || cjkPunctuation || UnicodeScript.of(c) == UnicodeScript.HAN;
  }
}
