package org.bihuan.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One migration file and what the house asks of it.
 *
 * @param path where it lies; the folder names the module and its schema
 * @param text what it says
 */
record Migration(Path path, String text) {

  private static final Pattern HEADER =
      Pattern.compile(
          "-- why: +\\S.*\\R(-- {2,}.*\\R)*-- locks: +\\S.*\\R(-- {2,}.*\\R)*-- undo: +\\S.*");
  private static final String OBJECT = "\\s+([a-z_0-9]+)\\.([a-z_0-9]+)";
  private static final Pattern NAMED_OBJECT =
      Pattern.compile(
          "\\b(?:(?<!distinct )from|join|into|update|only|references|view|function"
              + "|table(?: if (?:not )?exists)?)"
              + OBJECT);
  private static final Pattern NAMED_AFTER_ON =
      Pattern.compile("\\bon(?: table| column| view| index)?" + OBJECT);
  private static final Pattern TABLE =
      Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([a-z_0-9.]+) ?\\((.*)$");
  private static final Pattern COMMENT = Pattern.compile("^comment on table ([a-z_0-9.]+) is ''");
  private static final Pattern NAMELESS =
      Pattern.compile(
          "(?<!constraint [a-z_0-9]{1,63} )\\b(primary key|foreign key|unique|check|references|exclude)\\b");
  private static final Pattern NAMELESS_INDEX =
      Pattern.compile("^create (unique )?index (concurrently )?(if not exists )?on\\b");
  private static final Pattern KEY = Pattern.compile("primary key \\( ?([a-z_0-9]+)");
  private static final Pattern BANNED =
      Pattern.compile(
          "\\bcreate (?:or replace )?(?:constraint )?trigger\\b|\\bcreate sequence\\b|\\bas identity\\b"
              + "|\\b(?:small|big)?serial\\b|\\bnextval\\b|\\bvarchar\\b|\\bcharacter varying\\b|\\bchar ?\\("
              + "|\\btimestamp\\b|\\btimestamp without\\b"
              + "|\\bdefault \\(?(?:now|current_timestamp|current_date|clock_timestamp|statement_timestamp"
              + "|transaction_timestamp|localtimestamp|gen_random_uuid|uuidv4|uuidv7|random)\\b");

  /** Every file below a folder, in a stable order. */
  static List<Migration> under(Path folder, String ending) {
    return Worktree.files(folder, ending).stream()
        .map(path -> new Migration(path, Worktree.read(path)))
        .toList();
  }

  String module() {
    return Worktree.name(path.toAbsolutePath().resolve("..").normalize());
  }

  /** One line per broken promise. */
  List<String> breaches(Set<String> modules) {
    var found = new ArrayList<String>();
    if (!modules.contains(module())) {
      found.add("lies in the folder of no module");
    }
    if (!Worktree.name(path).replace(".txt", "").matches("V\\d{3}__[a-z0-9_]+\\.sql")) {
      found.add("is not named V000__noun.sql");
    }
    if (!HEADER.matcher(text).lookingAt()) {
      found.add("does not begin with -- why: / -- locks: / -- undo:");
    }
    var statements = Statements.of(text);
    statements.forEach(statement -> checkStatement(statement, found));
    checkTables(statements, found);
    return found.stream().distinct().map(line -> Worktree.shown(path) + " " + line).toList();
  }

  private void checkStatement(String statement, List<String> found) {
    if (!Statements.isLowerCase(statement)) {
      found.add("is not in lower case: " + start(statement));
    }
    BANNED.matcher(statement).results().forEach(m -> found.add("uses " + m.group()));
    if (NAMELESS_INDEX.matcher(statement).find()) {
      found.add("has a nameless index: " + start(statement));
    }
    if (statement.startsWith("create schema") && !statement.matches(".* " + module() + "( .*)?")) {
      found.add("creates another schema: " + start(statement));
    }
    var joins = statement.contains(" join ");
    Stream.of(NAMED_OBJECT, NAMED_AFTER_ON)
        .filter(pattern -> !joins || pattern.equals(NAMED_OBJECT))
        .flatMap(pattern -> pattern.matcher(statement).results())
        .filter(m -> !m.group(1).equals(module()) && !m.group(2).startsWith("v_"))
        .filter(m -> !Set.of("pg_catalog", "information_schema").contains(m.group(1)))
        .forEach(m -> found.add("names another schema: " + m.group(1) + "." + m.group(2)));
  }

  private void checkTables(List<String> statements, List<String> found) {
    var commented =
        statements.stream()
            .flatMap(s -> COMMENT.matcher(s).results())
            .map(m -> m.group(1))
            .toList();
    for (var statement : statements) {
      TABLE.matcher(statement).results().forEach(m -> checkTable(m, statement, commented, found));
      if (statement.startsWith("alter table")) {
        checkNames(statement, found);
      }
    }
  }

  private void checkTable(
      MatchResult table, String statement, List<String> commented, List<String> found) {
    var name = table.group(1);
    if (!name.startsWith(module() + ".")) {
      found.add("creates a table outside its schema: " + name);
    }
    if (!commented.contains(name)) {
      found.add("has no comment on table " + name);
    }
    var pieces = Statements.pieces(statement);
    pieces.forEach(piece -> checkNames(piece, found));
    var key = KEY.matcher(statement).results().map(m -> m.group(1)).findFirst().orElse("none");
    var bearsCases = pieces.stream().anyMatch(piece -> piece.startsWith("district "));
    if (bearsCases
        && !key.equals("district")
        && !statement.contains("district integer primary key")) {
      found.add("has district in " + name + ", but its primary key starts with " + key);
    }
  }

  private static void checkNames(String piece, List<String> found) {
    var bare = piece.replaceAll("(foreign key ?\\([^)]*\\)) references", "$1");
    NAMELESS
        .matcher(withoutInnards(bare))
        .results()
        .forEach(m -> found.add("has a nameless " + m.group(1) + ": " + start(piece)));
  }

  /** What stands in parentheses may use the same words as the constraints themselves. */
  private static String withoutInnards(String piece) {
    var outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      depth -= c == ')' ? 1 : 0;
      if (depth == 0) {
        outside.append(c);
      }
      depth += c == '(' ? 1 : 0;
    }
    return outside.toString();
  }

  private static String start(String statement) {
    return statement.length() > 70 ? statement.substring(0, 70) + " …" : statement;
  }
}
