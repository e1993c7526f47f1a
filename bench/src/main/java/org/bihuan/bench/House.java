package org.bihuan.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Objects;
import org.bihuan.Bihuan;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in this process: all its doors, on a port nobody knows, and no work behind them. */
final class House {

  private House() {}

  static ConfigurableApplicationContext open(DatabaseSettings database, Path folder) {
    var properties = new HashMap<String, Object>();
    properties.put("bihuan.database.url", database.url());
    properties.put("bihuan.database.user", database.user());
    properties.put("bihuan.database.password", database.password());
    properties.put("bihuan.database.owner", Objects.requireNonNull(database.owner()));
    properties.put(
        "bihuan.database.owner-password", Objects.requireNonNull(database.ownerPassword()));
    properties.put("bihuan.database.pool", Setup.POOL);
    properties.put("bihuan.work", "false");
    properties.put("server.port", 0);
    properties.put("server.address", "127.0.0.1");
    properties.put("bihuan.key-file", folder.resolve("field.key").toString());
    properties.put("bihuan.register.key-file", folder.resolve("register.key").toString());
    properties.put("logging.level.root", "error");
    return new SpringApplicationBuilder(Bihuan.class)
        .logStartupInfo(false)
        .web(WebApplicationType.SERVLET)
        .properties(properties)
        .run();
  }
}
