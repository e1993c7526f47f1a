package org.bihuan.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows that the comparison is fair: the product and the hand-written rival carry the same matters
 * through the same acts, then every row of every table is compared column by column. What must
 * differ (ids, moments, random bytes) is replaced by its form first.
 */
final class Fairness {

  private static final int LIVES = 5;

  /** Each table in an order that does not depend on ids. */
  private static final List<String> TABLES =
      List.of(
          "select * from cases.case_file order by opened_at",
          "select c.* from cases.case_clock c join cases.case_file f"
              + " on (f.district, f.id) = (c.district, c.case_id)"
              + " order by f.opened_at, c.started_at, c.clock",
          "select e.* from cases.case_entry e join cases.case_file f"
              + " on (f.district, f.id) = (e.district, e.case_id) order by f.opened_at, e.version");

  private static final String LANES =
      "select sum(last) as last, sum(opened) as opened from cases.lane";

  private final Setup setup;

  Fairness(Setup setup) {
    this.setup = setup;
  }

  /** True if there is no difference; says what the differences are. */
  boolean run() {
    var folder = setup.folder().resolve("check");
    Folders.clear(folder);
    try (var arena = Arena.open(Folders.make(folder));
        var product = new Product(arena, folder, "product");
        var reference = new Reference(arena, folder, "reference")) {
      live(product);
      live(reference);
      return same(arena) && notices(arena);
    } finally {
      Folders.clear(folder);
    }
  }

  private static void live(Contestant contestant) {
    var worker = contestant.worker(0);
    for (int i = 0; i < LIVES; i++) {
      for (var step : Step.values()) {
        worker.next(step);
      }
    }
  }

  /** A comparison that cannot fail shows nothing: it must notice one value that is not the same. */
  private static boolean notices(Arena arena) {
    arena.root(
        "reference",
        "update cases.case_clock set amount = amount + 1 where clock = 'handling' and case_id in"
            + " (select id from cases.case_file order by id limit 1)");
    var differences = new ArrayList<String>();
    int rows = compare(arena, differences);
    System.out.println(
        "spoilt on purpose: " + differences.size() + " differences in " + rows + " rows");
    return differences.size() == 1;
  }

  private static boolean same(Arena arena) {
    var differences = new ArrayList<String>();
    int rows = compare(arena, differences);
    differences.forEach(System.out::println);
    System.out.println(rows + " rows compared, " + differences.size() + " differences");
    return differences.isEmpty() && rows > LIVES;
  }

  private static int compare(Arena arena, List<String> differences) {
    int rows = 0;
    for (var table : TABLES) {
      rows += compare(rows(arena, "product", table), rows(arena, "reference", table), differences);
    }
    rows += compare(rows(arena, "product", LANES), rows(arena, "reference", LANES), differences);
    return rows;
  }

  private static int compare(
      List<TreeMap<String, String>> ours,
      List<TreeMap<String, String>> theirs,
      List<String> differences) {
    if (ours.size() != theirs.size()) {
      differences.add(ours.size() + " rows against " + theirs.size());
    }
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      var one = ours.get(i);
      var other = theirs.get(i);
      int row = i;
      one.forEach(
          (column, value) -> {
            if (!Objects.equals(value, other.get(column))) {
              differences.add(
                  "row %d, %s: %s against %s".formatted(row, column, value, other.get(column)));
            }
          });
    }
    return ours.size();
  }

  private static List<TreeMap<String, String>> rows(Arena arena, String database, String sql) {
    try (var connection = arena.root(database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<TreeMap<String, String>>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + sql, e);
    }
  }

  private static TreeMap<String, String> row(ResultSet result) throws SQLException {
    var row = new TreeMap<String, String>();
    var columns = result.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnName(i), form(columns.getColumnName(i), result.getString(i)));
    }
    return row;
  }

  /** The form of a value: what is the same in every run. */
  private static String form(String column, @Nullable String value) {
    if (value == null) {
      return "absent";
    }
    return switch (column) {
      case "lane" -> "a lane";
      case "position" -> "a position";
      case "code" -> "a code of " + value.length();
      case "salt", "commitment", "digest" -> "bytes of " + (value.length() / 2 - 1);
      default -> forms(value);
    };
  }

  private static String forms(String value) {
    var staff = value;
    for (var actor : List.of(Staff.DISPATCHER, Staff.HANDLER)) {
      staff = staff.replace(actor.id().toString(), "staff " + actor.roles());
    }
    return staff
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "an id")
        .replaceAll("A140213055\\d{8}\\d{6}", "a number")
        .replaceAll("\"code\": \"[2-9A-Z]{8}\"", "\"code\": \"a code\"")
        .replaceAll(
            "(\\d{4}-\\d\\d-\\d\\d)[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+00)", "$1 a moment");
  }
}
