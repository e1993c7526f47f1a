package org.bihuan.portal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bihuan.foundation.access.entry.FirstAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first administrator has nobody to ask: whoever holds the machine makes the link. */
@Command(
    name = "first-admin",
    mixinStandardHelpOptions = true,
    description =
        "Print a link that makes the first administrator: good once, for an hour, and only while there"
            + " is none.")
class FirstAdminCommand implements Callable<Integer> {

  private final UserCommand user;
  private final Supplier<FirstAdmin> first;

  @Option(
      names = "--at",
      defaultValue = "http://localhost:8080",
      description = "address of the running house (default ${DEFAULT-VALUE})")
  private String at = "";

  FirstAdminCommand(UserCommand user, Supplier<FirstAdmin> first) {
    this.user = user;
    this.first = first;
  }

  @Override
  public Integer call() {
    return user.told(
        first.get().link(),
        link ->
            new Listing(
                List.of("link", "expires"),
                List.of(List.of(at + link.path(), link.expiresAt().toString()))));
  }
}
