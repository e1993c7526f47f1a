package org.bihuan.portal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bihuan.foundation.storage.Backups;
import org.bihuan.foundation.storage.BaseCopy;
import org.bihuan.foundation.storage.Migrations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the whole district into a file, and back. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Create, verify or restore a whole copy of the database and its keys.")
class BackupCommand {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      defaultValue = "${sys:bihuan.home:-.}/data/demo",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Folder of the demo's data, where BIHUAN_DATABASE_URL is not set.")
  private Path data = CliDatabase.DEMO;

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Write a copy while work goes on; the file must not exist.")
  int create(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--files",
              paramLabel = "FOLDER",
              description = "Where files of matters lie, if not in evidence beside the keys.")
          @Nullable Path files) {
    if (Files.exists(file)) {
      return say(CommandLine.ExitCode.USAGE, file + " exists; choose another name");
    }
    try (var database = CliDatabase.open(data)) {
      var keys = Backups.keyFiles(database.folder());
      var folder = files == null ? database.folder().resolve("evidence") : files;
      var beside = new Backups.Beside(keys, folder);
      long rows = Backups.create(database.settings(), file, beside);
      return say(CommandLine.ExitCode.OK, rows + " rows written to " + file);
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Check every part of a copy against its digest.")
  int verify(@Parameters(paramLabel = "FILE") Path file) {
    var problems = Backups.verify(file);
    problems.forEach(problem -> say(CommandLine.ExitCode.SOFTWARE, problem));
    return problems.isEmpty()
        ? say(CommandLine.ExitCode.OK, file + " is whole")
        : CommandLine.ExitCode.SOFTWARE;
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Bring a copy back into an empty database.")
  int restore(@Parameters(paramLabel = "FILE") Path file) {
    try (var database = CliDatabase.openOrMake(data)) {
      Migrations.run(database.settings());
      long rows = Backups.restore(database.settings(), file, database.folder());
      return say(CommandLine.ExitCode.OK, rows + " rows restored; now run bihuan register verify");
    }
  }

  @Command(
      name = "base",
      mixinStandardHelpOptions = true,
      description = "Copy the whole running server of --data, to go back from later.")
  int base(@Parameters(paramLabel = "FOLDER") Path into) {
    BaseCopy.take(data, into);
    return say(CommandLine.ExitCode.OK, "the server was copied to " + into);
  }

  @Command(
      name = "rewind",
      mixinStandardHelpOptions = true,
      description = "Make a new data folder that stands at a moment between a base copy and now.")
  int rewind(
      @Parameters(paramLabel = "BASE", description = "A base copy.") Path base,
      @Parameters(paramLabel = "FOLDER", description = "A folder that does not exist.") Path folder,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "MOMENT",
              description = "Like 2026-11-23T08:00:00Z; nothing after it is seen.")
          Instant until,
      @Option(
              names = "--archive",
              description = "Where the log was archived; else the archive of --data.")
          @Nullable Path archive) {
    BaseCopy.rewind(
        base, archive == null ? data.resolve(BaseCopy.ARCHIVE) : archive, folder, until);
    return say(
        CommandLine.ExitCode.OK,
        "now run bihuan demo --data " + folder + " and check the register");
  }

  private int say(int exit, String line) {
    if (spec != null) {
      spec.commandLine().getErr().println("bihuan: " + line);
    }
    return exit;
  }
}
