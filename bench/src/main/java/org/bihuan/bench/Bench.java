package org.bihuan.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The one command: measures what was asked for and writes the results. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measure Bihuan beside its rivals; results go to bench/results.")
final class Bench implements Callable<Integer> {

  @Option(names = "--quick", description = "Short turns and small sizes: shows that all works.")
  private boolean quick;

  @Option(names = "--seed", defaultValue = "1", description = "Where invented data comes from.")
  private long seed;

  @Option(
      names = "--only",
      split = ",",
      description =
          "Some of lifecycle, engines, http-open, worklist, worklist-deep, search, board, start,"
              + " verify; all if absent.")
  private List<String> only = Arrays.stream(Work.values()).map(Work::code).toList();

  @Option(
      names = "--cases",
      split = ",",
      description = "Sizes to measure lists over; 1000000,10000000 if absent, 100000 when quick.")
  private List<Integer> cases = List.of();

  @Option(names = "--data", description = "Folder of the databases; bench/target/data if absent.")
  private Path data = home().resolve("bench/target/data");

  @Option(
      names = "--check",
      description = "Measure nothing: show that the hand-written rival writes the same rows.")
  private boolean check;

  public static void main(String[] args) {
    var command = new CommandLine(new Bench());
    System.exit(command.execute(args));
  }

  private static Path home() {
    return Path.of(System.getProperty("bihuan.home", "."));
  }

  @Override
  public Integer call() {
    var sizes = quick ? List.of(100_000) : List.of(1_000_000, 10_000_000);
    var setup =
        new Setup(quick, seed, cases.isEmpty() ? sizes : cases, home(), data.toAbsolutePath());
    if (check) {
      return new Fairness(setup).run() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
    var book = Results.read(setup.results());
    var results = new Results(setup, book);
    for (var work : only.stream().map(Work::of).toList()) {
      work.run(setup, book);
      results.write();
    }
    return CommandLine.ExitCode.OK;
  }
}
