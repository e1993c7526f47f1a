package org.bihuan.portal.cli;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.foundation.people.Rotation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replaces the key of the encrypted fields while the house runs. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Show and replace the key of the encrypted fields.")
class KeysCommand {

  private final Supplier<Rotation> rotation;

  @Spec private @Nullable CommandSpec spec;

  /** Nothing is opened before a subcommand runs. */
  KeysCommand(Supplier<Rotation> rotation) {
    this.rotation = rotation;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "List the keys and how much is still written with each.")
  int status(
      @Option(names = "--format", defaultValue = "table", description = "table, json or csv")
          String format) {
    for (var known : Listing.Format.values()) {
      if (known.toString().equals(format)) {
        commandLine().getOut().print(listing(rotation.get().versions()).rendered(known));
        commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
      }
    }
    throw new CommandLine.ParameterException(commandLine(), "--format is table, json or csv");
  }

  @Command(
      name = "prepare",
      mixinStandardHelpOptions = true,
      description = "Make the file of the next key, to be carried to every machine first.")
  int prepare() {
    int next = rotation.get().prepare();
    return say("key " + next + " is made and not used; carry its file to every machine");
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Bring every field to the next key; broken off, run it again.")
  int rotate(
      @Option(names = "--batch", defaultValue = "200", description = "people in a transaction")
          int batch,
      @Option(
              names = "--settle",
              defaultValue = "12",
              description = "seconds until every copy of the house has heard of the key")
          int settle)
      throws InterruptedException {
    var keys = rotation.get();
    keys.sweep(); // what a rotation that was broken off at its end has left
    int next = keys.begin();
    say("key " + next + " is announced");
    int last;
    do {
      Thread.sleep(Duration.ofSeconds(settle));
      last = walk(keys, batch);
      say(last + " fields brought to key " + next);
    } while (last > 0);
    int retired = keys.finish();
    Thread.sleep(Duration.ofSeconds(settle));
    keys.sweep();
    return say(retired + " keys retired; keep their files as long as backups need them");
  }

  private static int walk(Rotation keys, int batch) throws InterruptedException {
    int moved = walk(after -> keys.step(after, batch));
    for (var column : keys.elsewhere()) {
      moved += walk(after -> keys.step(column, after, batch));
    }
    return moved;
  }

  private static int walk(Function<UUID, Rotation.Step> steps) throws InterruptedException {
    int moved = 0;
    UUID after = Rotation.START;
    while (after != null) {
      try {
        var step = steps.apply(after);
        moved += step.moved();
        after = step.last();
      } catch (PessimisticLockingFailureException busy) {
        Thread.sleep(Duration.ofMillis(50)); // somebody registers one of them; again in a moment
      }
    }
    return moved;
  }

  private static Listing listing(List<Rotation.Version> versions) {
    return new Listing(
        List.of("key", "made", "retired", "fields"),
        versions.stream().map(KeysCommand::row).toList());
  }

  private static List<String> row(Rotation.Version version) {
    var retired = version.retiredAt();
    return List.of(
        Integer.toString(version.number()),
        version.madeAt().toString(),
        retired == null ? "" : retired.toString(),
        Long.toString(version.fields()));
  }

  private int say(String line) {
    commandLine().getErr().println("keys: " + line);
    commandLine().getErr().flush();
    return CommandLine.ExitCode.OK;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec.commandLine();
  }
}
