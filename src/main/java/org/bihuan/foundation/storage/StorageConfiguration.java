package org.bihuan.foundation.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one pool of the application, opened after every schema is at its version. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  HikariDataSource dataSource(DatabaseSettings settings) {
    if (settings.url().isBlank()) {
      throw new StorageFault("no database is set: set BIHUAN_DATABASE_URL, or run ./bihuan demo");
    }
    Migrations.run(settings);
    return Pools.open(settings);
  }
}
