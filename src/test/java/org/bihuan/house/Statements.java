package org.bihuan.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A migration cut into statements: comments gone, quoted texts blanked, so that patterns see only
 * SQL.
 */
final class Statements {

  private static final Pattern NOISE =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

  private Statements() {}

  static List<String> of(String sql) {
    var bare = NOISE.matcher(sql).replaceAll(m -> m.group().startsWith("'") ? "''" : " ");
    var statements = new ArrayList<String>();
    for (var statement : bare.split(";", -1)) {
      var one = statement.strip().replaceAll("\\s+", " ");
      if (!one.isEmpty()) {
        statements.add(one);
      }
    }
    return statements;
  }

  static boolean isLowerCase(String statement) {
    return statement.equals(statement.toLowerCase(Locale.ROOT));
  }

  /** The pieces between the outermost parentheses, cut at their commas: columns and constraints. */
  static List<String> pieces(String statement) {
    var pieces = new ArrayList<String>();
    int depth = 0;
    var piece = new StringBuilder();
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (c == ')' && --depth == 0) {
        break;
      }
      if (c == ',' && depth == 1) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else if (depth > 0) {
        piece.append(c);
      }
      if (c == '(') {
        depth++;
      }
    }
    pieces.add(piece.toString().strip());
    return pieces;
  }
}
