package org.bihuan.portal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.Pools;
import org.bihuan.loop.cases.register.Finding;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the record is whole; needs no running server. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = "Verify or export the register.")
class RegisterCommand {

  private static final District DISTRICT = new District(140213);

  private static final Set<String> FORMATS = Set.of("table", "json", "csv");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      defaultValue = "${sys:bihuan.home:-.}/data/demo",
      description = "Folder of the demo's data.")
  private Path data = CliDatabase.DEMO;

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Walk the whole register; the first bad row is named first.")
  int verify(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "An exported register.")
          @Nullable Path file,
      @Option(names = "--format", defaultValue = "table", description = "table, json or csv.")
          String format,
      @Option(names = "--lang", defaultValue = "zh", description = "zh or en.") String lang)
      throws IOException {
    requireKnown(format);
    var report = file == null ? live() : exported(file);
    print(report, format, Locale.of(lang));
    return report.whole() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write the whole register as lines of JSON.")
  int export(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description = "Where to; else standard output.")
          @Nullable Path file)
      throws IOException {
    try (var writer = file == null ? out() : new PrintWriter(Files.newBufferedWriter(file))) {
      long entries = onDatabase(register -> register.export(writer));
      writer.flush();
      err().println(entries + " entries exported");
    }
    return CommandLine.ExitCode.OK;
  }

  private void requireKnown(String format) {
    if (!FORMATS.contains(format) && spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--format is table, json or csv, not " + format);
    }
  }

  private Register.Report live() {
    return onDatabase(Register::verify);
  }

  private static Register.Report exported(Path file) throws IOException {
    try (var reader = file.toString().equals("-") ? stdin() : Files.newBufferedReader(file)) {
      return Register.verify(reader);
    }
  }

  private static BufferedReader stdin() {
    return new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private <T> T onDatabase(java.util.function.Function<Register, T> work) {
    try (var database = CliDatabase.open(data);
        var pool = Pools.open(database.settings(), DISTRICT)) {
      return SnapshotSql.of(pool, DISTRICT, work);
    }
  }

  private void print(Register.Report report, String format, Locale locale) {
    switch (format) {
      case "json" -> out().println(json(report, locale));
      case "csv" -> {
        out().println("kind,row,message");
        report.findings().forEach(f -> out().println(csv(f, locale)));
      }
      default -> table(report, locale);
    }
    out().flush();
  }

  private static String json(Register.Report report, Locale locale) {
    var node = JSON.createObjectNode();
    node.put("whole", report.whole());
    node.put("entries", report.entries());
    node.put("cases", report.cases());
    node.put("seals", report.seals());
    report.keys().forEach(node.putArray("keys")::add);
    report.erased().forEach(node.putArray("erased")::add);
    var findings = node.putArray("findings");
    for (var finding : report.findings()) {
      findings
          .addObject()
          .put("kind", finding.kind().code())
          .put("row", finding.row())
          .put("message", finding.text().in(locale));
    }
    return JSON.writeValueAsString(node);
  }

  private static String csv(Finding finding, Locale locale) {
    var message = finding.text().in(locale).replace("\"", "\"\"");
    return finding.kind().code() + "," + finding.row() + ",\"" + message + "\"";
  }

  private void table(Register.Report report, Locale locale) {
    boolean zh = !"en".equals(locale.getLanguage());
    report.findings().forEach(f -> out().println(f.kind().code() + "  " + f.text().in(locale)));
    report.erased().forEach(row -> out().println("erased  " + row));
    out()
        .println(
            zh
                ? "共核验 %d 件、%d 条记录、%d 个签名检查点：%s"
                    .formatted(
                        report.cases(),
                        report.entries(),
                        report.seals(),
                        report.whole() ? "完整" : "有" + report.findings().size() + "处异常")
                : "%d cases, %d entries, %d signed checkpoints: %s"
                    .formatted(
                        report.cases(),
                        report.entries(),
                        report.seals(),
                        report.whole() ? "whole" : report.findings().size() + " findings"));
  }

  private PrintWriter out() {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec == null
        ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
        : spec.commandLine().getErr();
  }
}
