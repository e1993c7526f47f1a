package org.bihuan.foundation.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.foundation.shared.District;

/** Opens pools of connections that act with the application's rights only. */
public final class Pools {

  private Pools() {}

  /**
   * A pool for the application; it waits five seconds for a connection, then fails. People and
   * files of other districts are hidden from its connections by the server itself.
   */
  public static HikariDataSource open(DatabaseSettings settings, District district) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.pool());
    config.setMinimumIdle(Math.min(4, settings.pool()));
    config.setConnectionTimeout(5000);
    config.setKeepaliveTime(60_000);
    config.setPoolName("bihuan");
    var role = settings.owner() == null ? "set role " + Migrations.APP + "; " : "";
    config.setConnectionInitSql(role + "set bihuan.district = " + district.code());
    config.addDataSourceProperty("ApplicationName", "bihuan");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
