package org.bihuan.portal.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the whole house without web and without work, for a command that needs its doors. */
final class House {

  private House() {}

  static <T> T with(Function<ConfigurableApplicationContext, T> work) {
    return with(CliDatabase.open(), work);
  }

  static <T> T with(CliDatabase database, Function<ConfigurableApplicationContext, T> work) {
    try (database;
        var house = open(database.settings(), database.folder())) {
      return work.apply(house);
    }
  }

  /** A house that stays open until the process ends, for commands that ask it more than once. */
  static ConfigurableApplicationContext lasting() {
    var database = CliDatabase.open();
    var house = open(database.settings(), database.folder());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  house.close();
                  database.close();
                }));
    return house;
  }

  private static ConfigurableApplicationContext open(
      DatabaseSettings settings, java.nio.file.Path folder) {
    var properties = new HashMap<String, Object>(properties(settings));
    properties.put("bihuan.work", "false");
    properties.put("bihuan.key-file", folder.resolve("field.key").toString());
    properties.put("bihuan.register.key-file", folder.resolve("register.key").toString());
    properties.put("bihuan.sign-in.key-file", folder.resolve("sign-in.key").toString());
    properties.put("bihuan.evidence.folder", folder.resolve("evidence").toString());
    properties.put("logging.level.root", "warn");
    return builder().web(WebApplicationType.NONE).properties(properties).run();
  }

  static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(application()).logStartupInfo(false);
  }

  /** The application class stands above all floors, so it is named and not referred to. */
  private static Class<?> application() {
    try {
      return Class.forName("org.bihuan.Bihuan");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the application class is missing", e);
    }
  }

  static Map<String, Object> properties(DatabaseSettings settings) {
    var properties = new HashMap<String, Object>();
    properties.put("bihuan.database.url", settings.url());
    properties.put("bihuan.database.user", settings.user());
    properties.put("bihuan.database.password", settings.password());
    if (settings.owner() != null && settings.ownerPassword() != null) {
      properties.put("bihuan.database.owner", settings.owner());
      properties.put("bihuan.database.owner-password", settings.ownerPassword());
    }
    return properties;
  }
}
