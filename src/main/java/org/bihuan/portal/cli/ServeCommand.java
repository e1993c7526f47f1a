package org.bihuan.portal.cli;

import java.util.concurrent.Callable;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.bihuan.foundation.storage.StorageFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the house from an external database. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve against the PostgreSQL set by BIHUAN_DATABASE_URL, _USER and _PASSWORD.")
class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "8080", description = "Port to listen on.")
  private int port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var url = System.getenv("BIHUAN_DATABASE_URL");
    if (url == null || url.isBlank()) {
      throw new StorageFault("no database is set: set BIHUAN_DATABASE_URL, or run ./bihuan demo");
    }
    Ports.requireFree(port);
    var house = House.builder().properties("server.port=" + port).run();
    var first = house.getBean(FirstAdmin.class);
    if (first.isMissing()) {
      tell(first.link());
    }
    return BihuanCommand.KEEPS_RUNNING;
  }

  /** Whoever starts the house may become its first administrator. */
  private void tell(Outcome<FirstAdmin.Link> made) {
    if (spec != null && made instanceof Outcome.Done<FirstAdmin.Link>(var link)) {
      var out = spec.commandLine().getOut();
      out.println("There is no administrator yet. This link makes one; it is good once, until");
      out.println(link.expiresAt() + ": http://localhost:" + port + link.path());
    }
  }
}
