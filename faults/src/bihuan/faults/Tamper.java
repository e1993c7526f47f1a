package bihuan.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One thing the owner of a database can do to the register.
 *
 * @param what it is, in words
 * @param row the first row that is wrong afterwards, as a check names it; alternatives are
 *     separated by a bar
 */
record Tamper(String what, String row) {

  private static final List<String> ENTRY_CHANGES =
      List.of(
          "note = coalesce(note, '') || '改'",
          "data = jsonb_set(data, '{forged}', '1')",
          "actor = gen_random_uuid()",
          "at = at + interval '1 second'",
          "act = 'refuse'",
          "to_state = 'archived'",
          "from_state = from_state || 'x'",
          "role = 'leader'",
          "on_behalf = gen_random_uuid()",
          "salt = decode(repeat('00', 16), 'hex')",
          "commitment = decode(repeat('11', 32), 'hex')",
          "digest = decode(repeat('22', 32), 'hex')");

  private static final List<String> FILE_CHANGES =
      List.of(
          "title = title || '改'",
          "state = 'archived'",
          "unit = 'district-office'",
          "applicant = gen_random_uuid()",
          "facts = facts || '{\"forged\": 1}'",
          "hands = '{}'",
          "due_at = due_at + interval '1 day'",
          "opened_at = opened_at - interval '1 day'",
          "level = 3",
          "area = '140213050'");

  private static final List<String> CLOCK_CHANGES =
      List.of(
          "due_at = due_at + interval '1 day'",
          "due_day = due_day + 1",
          "amount = amount + 1",
          "started_at = started_at + interval '1 hour'",
          "provisional = not provisional");

  @Override
  public String toString() {
    return what + " (" + row + ")";
  }

  boolean namedBy(String found) {
    return List.of(row.split("\\|", -1)).contains(found);
  }

  /** Does any of them, inside the connection's transaction. */
  static Tamper any(Connection connection, Random random) throws SQLException {
    var sql = new Hand(connection, random);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> sql.changeEntry(sql.one(ENTRY_CHANGES));
      case 3 -> sql.deleteEntry();
      case 4 -> sql.insertEntry();
      case 5 -> sql.swapEntries();
      case 6 -> sql.changeFile(sql.one(FILE_CHANGES));
      case 7 -> sql.changeClock(sql.one(CLOCK_CHANGES));
      case 8 -> sql.cutTail();
      default -> sql.forgetClock();
    };
  }

  /** Does it. */
  private record Hand(Connection connection, Random random) {

    private static final String PICK =
        """
        select e.case_id, e.version, f.number, f.version as last, e.lane, e.position
          from cases.case_entry e join cases.case_file f on f.id = e.case_id
         order by e.case_id, e.version
        """;

    private static final String COPY =
        """
        insert into cases.case_entry
        select district, case_id, %d, act, from_state, to_state, at, actor, role, on_behalf, note,
               data, salt, commitment, lane,
               (select max(position) + 1 from cases.case_entry o where o.lane = e.lane), digest
          from cases.case_entry e where case_id = '%s' and version = %d
        """;

    private static final String SWAP =
        """
        update cases.case_entry e
           set act = o.act, at = o.at, note = o.note, data = o.data, salt = o.salt,
               commitment = o.commitment, actor = o.actor
          from cases.case_entry o
         where e.case_id = '%1$s' and o.case_id = e.case_id
           and ((e.version = 1 and o.version = 2) or (e.version = 2 and o.version = 1))
        """;

    /** An entry: matter, version, and where it stands. */
    record Row(String id, long version, String number, long last, int lane, long position) {

      String named() {
        return number + "#" + version;
      }

      String where() {
        return " where case_id = '" + id + "' and version = " + version;
      }
    }

    <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private List<Row> rows() throws SQLException {
      var found = new ArrayList<Row>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(PICK)) {
        while (rows.next()) {
          found.add(
              new Row(
                  rows.getString("case_id"),
                  rows.getLong("version"),
                  rows.getString("number"),
                  rows.getLong("last"),
                  rows.getInt("lane"),
                  rows.getLong("position")));
        }
      }
      return found;
    }

    private int run(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      }
    }

    private void must(String sql) throws SQLException {
      if (run(sql) == 0) {
        throw new IllegalStateException("changed nothing: " + sql);
      }
    }

    Tamper changeEntry(String change) throws SQLException {
      var row = one(rows());
      must("update cases.case_entry set " + change + row.where());
      return new Tamper("entry: " + change, row.named());
    }

    Tamper deleteEntry() throws SQLException {
      var row = one(rows());
      must("delete from cases.case_entry" + row.where());
      return new Tamper("entry deleted", row.named());
    }

    Tamper insertEntry() throws SQLException {
      var row = one(rows().stream().filter(r -> r.version() == r.last()).toList());
      must(COPY.formatted(row.last() + 1, row.id(), row.version()));
      return new Tamper("entry inserted", row.number() + "#" + (row.last() + 1));
    }

    Tamper swapEntries() throws SQLException {
      var row = one(rows().stream().filter(r -> r.last() > 1).toList());
      must(SWAP.formatted(row.id()));
      return new Tamper("entries swapped", row.number() + "#1");
    }

    Tamper changeFile(String change) throws SQLException {
      var row = one(rows());
      must("update cases.case_file set " + change + " where id = '" + row.id() + "'");
      return new Tamper("file: " + change, row.number() + "#" + row.last());
    }

    Tamper changeClock(String change) throws SQLException {
      var row = one(rows());
      must("update cases.case_clock set " + change + " where case_id = '" + row.id() + "'");
      return new Tamper("clock: " + change, row.number() + "#" + row.last());
    }

    Tamper forgetClock() throws SQLException {
      var row = one(rows());
      must("delete from cases.case_clock where case_id = '" + row.id() + "'");
      return new Tamper("clocks deleted", row.number() + "#" + row.last());
    }

    /** The newest matters of a lane never were: nothing is left of them, the counter goes back. */
    Tamper cutTail() throws SQLException {
      var all = rows();
      var newest =
          one(
              all.stream()
                  .filter(r -> r.last() == 1)
                  .filter(
                      r ->
                          all.stream()
                              .noneMatch(o -> o.lane() == r.lane() && o.position() > r.position()))
                  .toList());
      for (var table : List.of("case_clock", "case_entry")) {
        must("delete from cases." + table + " where case_id = '" + newest.id() + "'");
      }
      must("delete from cases.case_file where id = '" + newest.id() + "'");
      must(
          "update cases.lane set last = "
              + (newest.position() - 1)
              + " where lane = "
              + newest.lane());
      return new Tamper("tail cut", "lane " + newest.lane() + "#" + newest.position());
    }
  }
}
