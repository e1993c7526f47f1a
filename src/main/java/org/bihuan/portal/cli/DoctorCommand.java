package org.bihuan.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Unit;
import org.bihuan.foundation.storage.StorageFault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at what an installation needs and says what is missing, before somebody else finds out. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Is this installation well? Exit code 0: yes; 3: works, with something to see to; 1: no.")
class DoctorCommand implements Callable<Integer> {

  private static final int JAVA = 25;
  private static final long ROOM = 1L << 30;

  /** A year of limits: this many working days ahead the calendar should be published. */
  private static final Limit AHEAD = new Limit(20, Unit.WORKDAY);

  @Option(
      names = "--data",
      defaultValue = "${sys:bihuan.home:-.}/data/demo",
      description = "Folder of the demo's data, where BIHUAN_DATABASE_URL is not set.")
  private Path data = CliDatabase.DEMO;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Listing.Format format = Listing.Format.TABLE;

  @Spec private @Nullable CommandSpec spec;

  private final List<List<String>> rows = new ArrayList<>();
  private int exit;

  @Override
  public Integer call() {
    int java = Runtime.version().feature();
    told("java", java >= JAVA ? Health.OK : Health.FAIL, "Java " + java);
    database();
    if (spec != null) {
      var listing = new Listing(List.of("check", "health", "what"), rows);
      spec.commandLine().getOut().print(listing.rendered(format));
      spec.commandLine().getOut().flush();
    }
    return exit;
  }

  /** How well one thing is. */
  private enum Health {
    OK,
    WARN,
    FAIL
  }

  private void told(String check, Health health, String what) {
    rows.add(List.of(check, health.name().toLowerCase(java.util.Locale.ROOT), what));
    exit =
        switch (health) {
          case OK -> exit;
          case WARN -> exit == CommandLine.ExitCode.OK ? BihuanCommand.PARTIAL : exit;
          case FAIL -> CommandLine.ExitCode.SOFTWARE;
        };
  }

  private void database() {
    try {
      var database = CliDatabase.open(data);
      folder(database.folder());
      House.with( // closes the database too
          database,
          house -> {
            told("database", Health.OK, "reached, durable, at this program's version");
            calendar(house);
            return true;
          });
    } catch (StorageFault e) {
      told("database", Health.FAIL, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      told("database", Health.FAIL, cause(e));
    }
  }

  /** The house wraps what it could not start for. */
  private static String cause(RuntimeException failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof StorageFault fault) {
        return String.valueOf(fault.getMessage());
      }
    }
    return failure.toString();
  }

  private void folder(Path folder) {
    boolean writable = Files.isDirectory(folder) && Files.isWritable(folder);
    told(
        "folder",
        writable ? Health.OK : Health.FAIL,
        folder + (writable ? "" : " is not writable"));
    try {
      long room = Files.getFileStore(folder).getUsableSpace();
      told("room", room >= ROOM ? Health.OK : Health.WARN, (room >> 20) + " MB left");
    } catch (IOException e) {
      told("room", Health.WARN, "not known: " + e.getMessage());
    }
  }

  private void calendar(ConfigurableApplicationContext house) {
    var now = house.getBean(Clock.class).instant();
    var due = house.getBean(Calendars.class).current().due(AHEAD, now, List.of());
    told(
        "calendar",
        due.provisional() ? Health.WARN : Health.OK,
        due.provisional()
            ? "limits of " + AHEAD + " reach a year whose notice is not imported"
            : "published for " + AHEAD + " ahead");
  }
}
