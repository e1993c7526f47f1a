package org.bihuan.foundation.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.bihuan.foundation.shared.District;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one pool of the application, opened after every schema is at its version. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  /**
   * What is asked of the server.
   *
   * @param durable refuses one that may forget an acknowledged write; off only where nothing is
   *     promised to anybody
   */
  @ConfigurationProperties("bihuan.demands")
  record Demands(@DefaultValue("true") boolean durable) {}

  @Bean
  HikariDataSource dataSource(DatabaseSettings settings, Demands demands, District district) {
    if (settings.url().isBlank()) {
      throw new StorageFault("no database is set: set BIHUAN_DATABASE_URL, or run ./bihuan demo");
    }
    Migrations.run(settings);
    var pool = Pools.open(settings, district);
    try (var connection = pool.getConnection()) {
      if (demands.durable()) {
        ServerChecks.requireDurable(connection);
      }
      return pool;
    } catch (SQLException | StorageFault e) {
      pool.close();
      throw new StorageFault(String.valueOf(e.getMessage()), e);
    }
  }
}
