package org.bihuan.portal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.foundation.calendar.ImportResult;
import org.bihuan.foundation.calendar.ImportResult.Imported;
import org.bihuan.foundation.calendar.ImportResult.Refused;
import org.bihuan.foundation.calendar.ImportResult.Unchanged;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recounts limits for anyone, and takes in the notice of a new year. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Explain how a limit is counted; import a year's days off.")
class CalendarCommand {

  private final Supplier<WorkCalendar> calendar;
  private final Function<InputStream, ImportResult> importer;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Nothing is opened before a subcommand runs.
   *
   * @param calendar the calendar to explain with: the shipped one, or the one in force
   * @param importer what {@code Calendars.importYear} does
   */
  CalendarCommand(Supplier<WorkCalendar> calendar, Function<InputStream, ImportResult> importer) {
    this.calendar = calendar;
    this.importer = importer;
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description = "List every day from the start to the deadline and how it was taken.")
  int explain(@Mixin ExplainOptions options) {
    try {
      out().print(ExplainedLimit.of(calendar.get(), options).rendered(options));
      out().flush();
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException wrong) {
      return fail(CommandLine.ExitCode.USAGE, "calendar explain: " + wrong.getMessage());
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Check the file of a year and put it in force; see docs/modules/calendar.md.")
  int load(@Parameters(paramLabel = "FILE", description = "the year's YAML file") Path file) {
    try (var in = Files.newInputStream(file)) {
      return told(file, importer.apply(in));
    } catch (IOException unreadable) {
      return fail(CommandLine.ExitCode.SOFTWARE, "calendar import: cannot read " + file);
    }
  }

  private int told(Path file, ImportResult result) {
    return switch (result) {
      case Imported(var year) -> {
        out().printf("%d in force, revision %d: %s%n", year.year(), year.revision(), year.source());
        out().flush();
        yield CommandLine.ExitCode.OK;
      }
      case Unchanged(var year) -> {
        out().printf("%d already stands like this: %s%n", year.year(), year.source());
        out().flush();
        yield CommandLine.ExitCode.OK;
      }
      case Refused(var errors) -> {
        for (var error : errors) {
          fail(0, "%s: %s %s".formatted(file, error.field(), error.message().en()));
        }
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }

  private int fail(int code, String sentence) {
    var err = commandLine().getErr();
    err.println(sentence);
    err.flush();
    return code;
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec.commandLine();
  }
}
