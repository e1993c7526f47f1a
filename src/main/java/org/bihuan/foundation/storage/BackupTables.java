package org.bihuan.foundation.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of all modules: which, with which columns, and who refers to whom. */
record BackupTables(Connection connection) {

  /** Tables that refer to others come after them. */
  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname as name,
             (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relname <> 'flyway_history'
         and exists (select 1 from pg_class h
                      where h.relnamespace = n.oid and h.relname = 'flyway_history')
       order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'),
                name
      """;

  private static final String SCHEMAS =
      "select relnamespace::regnamespace::text from pg_class where relname = 'flyway_history'";

  /** A table with its columns as SQL takes them. */
  record Table(String name, String columns) {}

  List<Table> inOrder() throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString("name"), rows.getString("columns")));
      }
    }
    return tables;
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

  void requireEmpty(Table table) throws SQLException {
    if (!texts("select 'row' from " + table.name() + " limit 1").isEmpty()) {
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
