package org.bihuan.foundation.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** What a server must be before we entrust people's matters to it. */
final class ServerChecks {

  private static final String FACTS =
      """
      select current_setting('server_version_num')::int as version,
             pg_encoding_to_char(encoding) as encoding,
             coalesce(datlocale, datctype) as ctype
        from pg_database
       where datname = current_database()
      """;

  private static final String FACTS_16 = FACTS.replace("coalesce(datlocale, datctype)", "datctype");

  private ServerChecks() {}

  static void check(Connection connection) throws SQLException {
    var major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < 16) {
      throw new StorageFault("PostgreSQL 16 or newer is needed; this one is " + major);
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(major == 16 ? FACTS_16 : FACTS)) {
      row.next();
      if (!"UTF8".equals(row.getString("encoding"))) {
        throw new StorageFault("the database must be in UTF8: create it with encoding 'UTF8'");
      }
      var ctype = row.getString("ctype");
      if (!"C.UTF-8".equalsIgnoreCase(ctype) && !"C.utf8".equalsIgnoreCase(ctype)) {
        throw new StorageFault(
            "the database must have lc_ctype C.UTF-8, not "
                + ctype
                + ": create it with locale 'C.UTF-8' from template0");
      }
    }
  }
}
