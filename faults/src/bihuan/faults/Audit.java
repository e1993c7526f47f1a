package bihuan.faults;

import bihuan.faults.Journal.Told;
import bihuan.faults.Journal.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.Pools;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;

/** Compares what clients were told with what the database holds. */
final class Audit {

  static final District DISTRICT = new District(140213);

  private static final String ENTRIES =
      """
      select f.title, f.number, e.act, count(*) as times
        from cases.case_entry e
        join cases.case_file f on f.district = e.district and f.id = e.case_id
       group by f.title, f.number, e.act
      """;

  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  private Audit(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ENTRIES)) {
      while (rows.next()) {
        var title = rows.getString("title");
        times.merge(key(title, rows.getString("act")), rows.getInt("times"), Integer::sum);
        numbers.put(title, rows.getString("number"));
      }
    }
  }

  private static String key(String title, String act) {
    return act + " of " + title;
  }

  /** Everything that is not as somebody was told. */
  static List<String> of(Place place, Journal journal) throws SQLException {
    try (var connection = place.owner()) {
      return new Audit(connection).compare(journal.writes());
    }
  }

  private List<String> compare(List<Write> writes) {
    var faults = new ArrayList<String>();
    var meant = new HashSet<String>();
    for (var write : writes) {
      meant.add(key(write.title(), write.act()));
      compare(write, faults);
    }
    strangers(writes, meant, faults);
    return faults;
  }

  private void compare(Write write, List<String> faults) {
    int found = times.getOrDefault(key(write.title(), write.act()), 0);
    if (found > 1) {
      faults.add("done " + found + " times: " + write);
    }
    if (write.last() == Told.DONE && found == 0) {
      faults.add("acknowledged and lost: " + write);
    }
    if (write.last() == Told.REFUSED && found > 0) {
      faults.add("refused and done: " + write);
    }
    if (falselyFailed(write, found)) {
      faults.add("told that it failed, and it was done: " + write);
    }
    if (write.act().equals("open")
        && found == 1
        && write.last() == Told.DONE
        && !numbers.get(write.title()).equals(write.number())) {
      faults.add("answered with a number that is not the matter's: " + write);
    }
  }

  /** A failure that was none: no attempt was ever unclear, and yet an earlier one had been done. */
  private static boolean falselyFailed(Write write, int found) {
    boolean unclear = write.told().contains(Told.UNKNOWN);
    boolean failed = write.told().contains(Told.FAILED);
    return failed && !unclear && (write.last() == Told.FAILED ? found > 0 : write.replayed());
  }

  private void strangers(List<Write> writes, Set<String> meant, List<String> faults) {
    var titles = new HashSet<String>();
    writes.forEach(write -> titles.add(write.title()));
    times.keySet().stream()
        .filter(key -> titles.contains(key.substring(key.indexOf(" of ") + 4)))
        .filter(key -> !meant.contains(key))
        .forEach(key -> faults.add("nobody asked for it: " + key));
  }

  /** Of what was found: what was acknowledged and is not there. */
  static List<String> lost(List<String> faults) {
    return faults.stream().filter(fault -> fault.startsWith("acknowledged and lost")).toList();
  }

  /** What was lost; all of it if the database does not even start. */
  static List<String> afterwards(Place place, Journal journal) {
    try {
      return lost(of(place, journal));
    } catch (SQLException e) {
      return List.of("acknowledged and lost: everything, " + e.getMessage());
    }
  }

  /** What the register's own check finds. */
  static List<String> register(Place place) {
    try (var pool = Pools.open(place.settings(), DISTRICT)) {
      return SnapshotSql.of(pool, DISTRICT, Register::verify).findings().stream()
          .map(finding -> finding.kind().code() + " " + finding.row())
          .toList();
    }
  }
}
