package org.bihuan.bench.seeding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the indexes and keys off the tables of matters and puts the very same on again. */
final class Indexes {

  /** Their own, and those of others that point at them. */
  private static final String KEYS =
      """
      with matters as (
        select oid from pg_class
         where relnamespace = 'cases'::regnamespace
           and relname in ('case_file', 'case_clock', 'case_entry', 'case_words'))
      select format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname,
                    pg_get_constraintdef(c.oid)),
             format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
             c.contype = 'f' as foreign_key
        from pg_constraint c
       where c.conrelid in (select oid from matters) and c.contype in ('p', 'u', 'f')
          or c.confrelid in (select oid from matters)
       order by c.contype = 'f' desc
      """;

  private static final String INDEXES =
      """
      select pg_get_indexdef(i.indexrelid), format('drop index cases.%I', n.relname), false
        from pg_index i join pg_class r on r.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
       where r.relnamespace = 'cases'::regnamespace
         and r.relname in ('case_file', 'case_clock', 'case_entry', 'case_words')
         and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
      """;

  private final List<String> plain = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final List<String> drops = new ArrayList<>();

  static Indexes takenOff(Connection connection) throws SQLException {
    var indexes = new Indexes();
    indexes.read(connection, KEYS);
    indexes.read(connection, INDEXES);
    try (var statement = connection.createStatement()) {
      for (var drop : indexes.drops) {
        statement.execute(drop);
      }
    }
    return indexes;
  }

  private void read(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        (rows.getBoolean(3) ? foreign : plain).add(rows.getString(1));
        drops.add(rows.getString(2));
      }
    }
  }

  /** Statements that may run beside each other. */
  List<String> plain() {
    return List.copyOf(plain);
  }

  /** Statements that come after them. */
  List<String> foreign() {
    return List.copyOf(foreign);
  }
}
