package org.bihuan.portal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.bihuan.foundation.storage.StorageFault;
import org.jspecify.annotations.Nullable;

/**
 * The database a command works on: the one in the environment, else the demo's, whether its server
 * is running or not.
 *
 * @param settings how to reach it
 * @param folder where its key files live
 * @param server a server started for this command alone; absent if one was running
 */
record CliDatabase(DatabaseSettings settings, Path folder, @Nullable EmbeddedServer server)
    implements AutoCloseable {

  static final Path DEMO = Path.of(System.getProperty("bihuan.home", "."), "data", "demo");
  static final String NAME = "bihuan";

  static CliDatabase open() {
    return open(DEMO);
  }

  static CliDatabase open(Path demo) {
    var url = System.getenv("BIHUAN_DATABASE_URL");
    if (url != null && !url.isBlank()) {
      return new CliDatabase(fromEnvironment(url), Path.of("data"), null);
    }
    if (!Files.exists(demo.resolve("postgres").resolve("PG_VERSION"))) {
      throw new StorageFault(
          "no database is set: set BIHUAN_DATABASE_URL, or run ./bihuan demo first");
    }
    var running = EmbeddedServer.running(demo, NAME);
    if (running.isPresent()) {
      return new CliDatabase(running.get(), demo, null);
    }
    return started(demo);
  }

  /** As {@link #open(Path)}, but makes the demo's server where there is none. */
  static CliDatabase openOrMake(Path demo) {
    boolean made = Files.exists(demo.resolve("postgres").resolve("PG_VERSION"));
    return made || System.getenv("BIHUAN_DATABASE_URL") != null ? open(demo) : started(demo);
  }

  private static CliDatabase started(Path demo) {
    var server = EmbeddedServer.start(demo, EmbeddedServer.DURABLE);
    Databases.ensure(server, NAME);
    return new CliDatabase(server.settings(NAME), demo, server);
  }

  private static DatabaseSettings fromEnvironment(String url) {
    return new DatabaseSettings(
        url,
        environment("BIHUAN_DATABASE_USER"),
        environment("BIHUAN_DATABASE_PASSWORD"),
        System.getenv("BIHUAN_DATABASE_OWNER"),
        System.getenv("BIHUAN_DATABASE_OWNER_PASSWORD"),
        4);
  }

  private static String environment(String name) {
    var value = System.getenv(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
