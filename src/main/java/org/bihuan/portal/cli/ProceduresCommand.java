package org.bihuan.portal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.loop.diagrams.Handbook;
import org.bihuan.loop.procedures.Loading;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.Proof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Proves and draws procedures; needs neither database nor server. */
@Command(
    name = "procedures",
    description = "Prove that procedures close, and draw them.",
    mixinStandardHelpOptions = true)
class ProceduresCommand implements Runnable {

  private static final int OK = 0;
  private static final int FAILURE = 1;

  @Spec private @Nullable CommandSpec spec;

  /** How results are printed. */
  enum Format {
    table,
    json
  }

  @Override
  public void run() {
    throw new ParameterException(spec().commandLine(), "say which: check or draw");
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not run by the command line");
    }
    return spec;
  }

  /**
   * What came of one file.
   *
   * @param procedure its id; absent if it could not be read
   */
  private record Checked(
      String file,
      @Nullable String procedure,
      boolean closes,
      String summary,
      List<Loading.Problem> problems,
      List<Proof.Counterexample> counterexamples) {}

  @Command(
      name = "check",
      description = "Print the proof of each file, or what breaks it. Exit code 1 if any breaks.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files,
      @Option(names = "--format", defaultValue = "table") Format format) {
    var results = new ArrayList<Checked>();
    for (var file : files) {
      results.add(check(file));
    }
    switch (format) {
      case table -> results.forEach(this::print);
      case json -> print(results);
    }
    return results.stream().allMatch(Checked::closes) ? OK : FAILURE;
  }

  private Checked check(Path file) {
    var name = String.valueOf(file.getFileName());
    return switch (Procedures.read(name, text(file))) {
      case Loading.Rejected<Procedure> rejected ->
          new Checked(name, null, false, rejected.lines(), rejected.problems(), List.of());
      case Loading.Loaded<Procedure>(var procedure) ->
          proved(name, procedure, Proof.of(procedure, Procedures.shipped().items()));
    };
  }

  private static Checked proved(String name, Procedure procedure, Proof proof) {
    var summary = Handbook.summary(proof);
    return switch (proof) {
      case Proof.Closes _ -> new Checked(name, procedure.id(), true, summary, List.of(), List.of());
      case Proof.Breaks(var counterexamples) ->
          new Checked(name, procedure.id(), false, summary, List.of(), counterexamples);
    };
  }

  private void print(Checked result) {
    out().println(result.file() + (result.closes() ? ": closes" : ": does not close"));
    if (result.counterexamples().isEmpty()) {
      result.summary().lines().forEach(line -> out().println("  " + line));
    }
    for (var counterexample : result.counterexamples()) {
      out().println("  " + counterexample);
      out().println("    " + counterexample.sentence().zh());
    }
  }

  private void print(List<Checked> results) {
    out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
  }

  @Command(
      name = "draw",
      description = "Write the diagram and the handbook page of a procedure, or of all shipped.",
      mixinStandardHelpOptions = true)
  int draw(
      @Parameters(arity = "0..1", paramLabel = "ID|FILE") @Nullable String which,
      @Option(names = "--out", defaultValue = "docs/procedures", paramLabel = "DIR") Path folder,
      @Option(names = "--format", defaultValue = "table") Format format) {
    var written = written(which, folder);
    switch (format) {
      case table -> written.forEach(out()::println);
      case json -> out().println(JsonMapper.shared().writeValueAsString(Map.of("files", written)));
    }
    return OK;
  }

  private List<String> written(@Nullable String which, Path folder) {
    var shipped = Procedures.shipped();
    var written = new ArrayList<String>();
    try {
      Files.createDirectories(folder);
      for (var procedure : chosen(which, shipped)) {
        for (var file : Handbook.files(procedure, shipped.items()).entrySet()) {
          written.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()).toString());
        }
      }
      return written;
    } catch (IOException e) {
      throw new ParameterException(
          spec().commandLine(), "cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private List<Procedure> chosen(@Nullable String which, Procedures shipped) {
    if (which == null) {
      return shipped.all();
    }
    var known = shipped.all().stream().filter(procedure -> procedure.id().equals(which)).toList();
    if (!known.isEmpty()) {
      return known;
    }
    return switch (Procedures.read(which, text(Path.of(which)))) {
      case Loading.Loaded<Procedure>(var procedure) -> List.of(procedure);
      case Loading.Rejected<Procedure> rejected ->
          throw new ParameterException(spec().commandLine(), rejected.lines());
    };
  }

  /** The text of a file; one that cannot be read is a mistake of usage. */
  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ParameterException(spec().commandLine(), file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new ParameterException(spec().commandLine(), "cannot read the file " + file, e);
    }
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }
}
