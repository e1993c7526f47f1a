package org.bihuan.portal.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The settings of a database that is still starting: the house is put together meanwhile and waits
 * only where it asks for one of them.
 */
final class DatabaseToCome extends EnumerablePropertySource<CompletableFuture<Map<String, Object>>>
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final List<String> NAMES =
      List.of(
          "bihuan.database.url",
          "bihuan.database.user",
          "bihuan.database.password",
          "bihuan.database.owner",
          "bihuan.database.owner-password");

  private DatabaseToCome(CompletableFuture<Map<String, Object>> settings) {
    super("database to come", settings);
  }

  /** Begins to prepare the database in a thread of its own. */
  static DatabaseToCome when(Supplier<DatabaseSettings> prepared) {
    var settings = new CompletableFuture<Map<String, Object>>();
    Thread.ofPlatform()
        .name("database-start")
        .start(() -> settings.completeAsync(() -> House.properties(prepared.get()), Runnable::run));
    return new DatabaseToCome(settings);
  }

  @Override
  public void initialize(ConfigurableApplicationContext house) {
    house.getEnvironment().getPropertySources().addLast(this);
  }

  @Override
  public String[] getPropertyNames() {
    return NAMES.toArray(String[]::new);
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return NAMES.contains(name) ? settings().get(name) : null;
  }

  private Map<String, Object> settings() {
    try {
      return getSource().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
