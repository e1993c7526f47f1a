package bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the scenarios, one after the other, and writes down what came of them. */
@Command(
    name = "faults/run",
    mixinStandardHelpOptions = true,
    description = "Puts the promises of docs/reliability.md to the test.")
final class Main implements Callable<Integer> {

  private static final List<Scenario> ALL =
      List.of(
          new KillApp(),
          new KillDatabase(),
          new PowerCut(),
          new CommitCut(),
          new Duplicates(),
          new StaffRaces(),
          new ClockSteps(),
          new PoisonJobs(),
          new FollowerKills(),
          new Tampering(),
          new Setups(),
          new Restore(),
          new Rewind(),
          new Day(),
          new Overload());

  @Option(names = "--full", description = "The long form, for a release.")
  private boolean full;

  @Option(names = "--only", split = ",", description = "Only these scenarios.")
  private @Nullable List<String> only;

  @Option(names = "--seed", description = "Repeats a run with this seed.")
  private long seed = System.nanoTime() % 1_000_000_007L;

  @Option(names = "--results", description = "Where results are written; else faults/results.")
  private @Nullable Path folder;

  @Option(
      names = "--untimed",
      description = "Do not judge seconds: for machines that do other work at the same time.")
  private boolean untimed;

  @Option(names = "--publish", description = "Puts the table into docs/reliability.md, too.")
  private boolean publish;

  @Option(names = "--list", description = "Lists the scenarios.")
  private boolean list;

  private final Path home = Path.of(System.getProperty("faults.home", "faults")).toAbsolutePath();

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      ALL.forEach(s -> System.out.printf("%-14s %-4s %s%n", s.name(), s.promise(), s.says()));
      return CommandLine.ExitCode.OK;
    }
    var unknown = new ArrayList<String>(only == null ? List.of() : only);
    ALL.forEach(s -> unknown.remove(s.name()));
    if (!unknown.isEmpty()) {
      System.err.println("no such scenario: " + unknown);
      return CommandLine.ExitCode.USAGE;
    }
    var work = Files.createTempDirectory("bihuan-faults-");
    try {
      return all(work);
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  private int all(Path work) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    System.err.println("seed " + seed + (full ? ", full form" : ", short form"));
    var town = Town.build(Product.beside(home), work.resolve("town"));
    var results = new ArrayList<Trial.Result>();
    for (var scenario : ALL) {
      if (only == null || only.contains(scenario.name())) {
        results.add(one(scenario, work, town));
      }
    }
    var report = new Report(results);
    report.print(System.out);
    var order = ALL.stream().map(Scenario::name).toList();
    var merged = report.write(folder == null ? home.resolve("results") : folder, order);
    if (publish) {
      merged.publish(home.resolveSibling("docs").resolve("reliability.md"));
    }
    boolean kept = results.stream().allMatch(Trial.Result::kept);
    System.err.printf(
        "%s in %d s%n", kept ? "kept" : "BROKEN", (System.nanoTime() - begun) / 1_000_000_000L);
    return kept ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Trial.Result one(Scenario scenario, Path folder, Town town) {
    System.err.printf("%s (%s), seed %d%n", scenario.name(), scenario.promise(), seed);
    var trial = new Trial(scenario.name(), seed, new Trial.Form(full, !untimed), folder, town);
    try {
      scenario.run(trial);
    } catch (Exception e) {
      trial.fault("the scenario itself failed: " + e);
      e.printStackTrace();
    }
    var result = trial.result(scenario);
    System.err.printf("  %-13s %s%n", "", result.numbers() + " in " + result.seconds() + " s");
    return result;
  }
}
