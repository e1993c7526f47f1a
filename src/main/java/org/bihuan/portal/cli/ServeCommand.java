package org.bihuan.portal.cli;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.bihuan.foundation.storage.StorageFault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
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

  private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

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
    tell(invitation(() -> first.isMissing() ? first.link() : null, port));
    return BihuanCommand.KEEPS_RUNNING;
  }

  /**
   * How whoever starts the house becomes its first administrator, if there is none. The house is
   * open by now: a database that is away for a moment must not close it.
   */
  static List<String> invitation(Supplier<@Nullable Outcome<FirstAdmin.Link>> asked, int port) {
    try {
      return asked.get() instanceof Outcome.Done<FirstAdmin.Link>(var link)
          ? List.of(
              "There is no administrator yet. This link makes one; it is good once, until",
              link.expiresAt() + ": http://localhost:" + port + link.path())
          : List.of();
    } catch (DataAccessException | TransactionException e) {
      LOG.log(Level.WARNING, "the database could not be asked for an administrator", e);
      return List.of(
          "Whether there is an administrator could not be asked; ./bihuan user first-admin tells.");
    }
  }

  private void tell(List<String> lines) {
    if (spec != null) {
      lines.forEach(spec.commandLine().getOut()::println);
    }
  }
}
