package org.bihuan.portal.cli;

import java.util.concurrent.Callable;
import org.bihuan.foundation.storage.StorageFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the house from an external database. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve against the PostgreSQL set by BIHUAN_DATABASE_URL, _USER and _PASSWORD.")
class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "8080", description = "Port to listen on.")
  private int port;

  @Override
  public Integer call() {
    var url = System.getenv("BIHUAN_DATABASE_URL");
    if (url == null || url.isBlank()) {
      throw new StorageFault("no database is set: set BIHUAN_DATABASE_URL, or run ./bihuan demo");
    }
    Ports.requireFree(port);
    House.builder().properties("server.port=" + port).run();
    return BihuanCommand.KEEPS_RUNNING;
  }
}
