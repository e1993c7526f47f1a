package org.bihuan.foundation.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens pools of connections that act with the application's rights only. */
public final class Pools {

  private Pools() {}

  /** A pool for the application; it waits five seconds for a connection, then fails. */
  public static HikariDataSource open(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.pool());
    config.setMinimumIdle(Math.min(4, settings.pool()));
    config.setConnectionTimeout(5000);
    config.setKeepaliveTime(60_000);
    config.setPoolName("bihuan");
    if (settings.owner() == null) {
      config.setConnectionInitSql("set role " + Migrations.APP);
    }
    config.addDataSourceProperty("ApplicationName", "bihuan");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
