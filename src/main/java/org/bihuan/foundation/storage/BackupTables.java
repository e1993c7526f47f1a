package org.bihuan.foundation.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of all modules: which, with which columns, and who refers to whom. */
record BackupTables(Connection connection) {

  /**
   * Tables that refer to others come after them; what is checked at the commit asks for no order.
   */
  private static final String TABLES =
      """
      with recursive refers as (
        select distinct conrelid as oid, confrelid as target from pg_constraint
         where contype = 'f' and conrelid <> confrelid and not condeferred
      ), depth as (
        select c.oid, 0 as n from pg_class c where c.relkind = 'r'
        union
        select r.oid, d.n + 1 from depth d join refers r on r.target = d.oid
      )
      select n.nspname || '.' || c.relname as name,
             (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and a.attgenerated = '') as columns,
             coalesce(obj_description(c.oid, 'pg_class'), '') like '%[seeded]%' as seeded
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relname <> 'flyway_history'
         and exists (select 1 from pg_class h
                      where h.relnamespace = n.oid and h.relname = 'flyway_history')
       order by (select max(d.n) from depth d where d.oid = c.oid), name
      """;

  private static final String MOMENT =
      "select to_char(transaction_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

  private static final String SCHEMAS =
      "select relnamespace::regnamespace::text from pg_class where relname = 'flyway_history'";

  /**
   * A table with its columns as SQL takes them.
   *
   * @param seeded true if its migration puts rows into it, so that a fresh one is not empty
   */
  record Table(String name, String columns, boolean seeded) {}

  List<Table> inOrder() throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(
            new Table(
                rows.getString("name"), rows.getString("columns"), rows.getBoolean("seeded")));
      }
    }
    return tables;
  }

  /** The moment whose state is copied, by the database's clock, in UTC. */
  String moment() throws SQLException {
    return texts(MOMENT).getFirst();
  }

  /** The version of each module's schema. */
  Map<String, String> versions() throws SQLException {
    var versions = new TreeMap<String, String>();
    for (var schema : texts(SCHEMAS)) {
      var newest = texts("select max(version) from " + schema + ".flyway_history where success");
      versions.put(schema, newest.getFirst());
    }
    return versions;
  }

  /** Throws if the table holds what no migration put there; what one did makes way. */
  void makeReady(Table table) throws SQLException {
    if (table.seeded()) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("delete from " + table.name());
      }
    } else if (!texts("select 'row' from " + table.name() + " limit 1").isEmpty()) {
      throw new StorageFault(
          "the database is not empty (" + table.name() + "); restore into a fresh one");
    }
  }

  private List<String> texts(String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }
}
