package org.bihuan.foundation.shared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file that a spreadsheet opens as it is meant: in UTF-8 with a mark that says so, and
 * no cell that the program would take for a formula.
 */
public final class Csv {

  /** The mark of UTF-8, without which spreadsheets read Chinese as noise. */
  public static final String MARK = "\uFEFF";

  /** What makes a spreadsheet calculate instead of show, also in its full width. */
  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** One row, with its line end (RFC 4180). */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var first = text.stripLeading();
    boolean calculates =
        (!text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0)
            || (!first.isEmpty() && STARTS.indexOf(first.charAt(0)) >= 0);
    var safe = calculates ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
