package org.bihuan.portal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.District;
import org.bihuan.services.league.rules.LeagueQuestion;
import org.bihuan.services.league.rules.Rule;
import org.bihuan.services.league.rules.RuleTable;
import org.bihuan.services.league.rules.RuleTable.Recommendation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says where a graduate's League membership goes, and by which rule; needs no database. */
@Command(
    name = "league",
    mixinStandardHelpOptions = true,
    description = "Explain where a graduate's League membership goes.")
class LeagueCommand {

  private static final int MOST = 1 << 20;

  @Spec private @Nullable CommandSpec spec;

  /** How results are printed. */
  enum Format {
    table,
    json
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description = {
        "Print the rule that fires for each member of a file. Exit code 3 if some need an answer.",
        "The file holds one object or a list: next, organised, place, stay; values as in the table,",
        "in English or Chinese, for example {\"next\": \"work\", \"organised\": \"no\", \"place\": \"residence\"}."
      })
  int explain(
      @Option(names = "--file", required = true, paramLabel = "FILE") Path file,
      @Option(names = "--district", defaultValue = "140213", paramLabel = "CODE") int district,
      @Option(names = "--format", defaultValue = "table") Format format) {
    JsonNode tree;
    try {
      if (Files.size(file) > MOST) {
        return fail("league explain: " + file + " is larger than a megabyte");
      }
      tree = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      return fail("league explain: cannot read " + file + " as JSON: " + e.getMessage());
    }
    var table = RuleTable.of(new District(district).code());
    var lines = new ArrayList<Map<String, Object>>();
    for (var member : tree.isArray() ? tree : List.of(tree)) {
      lines.add(explained(table.advise(answers(table, member))));
    }
    print(lines, format);
    boolean all = lines.stream().allMatch(line -> line.containsKey("rule"));
    return all ? CommandLine.ExitCode.OK : BihuanCommand.PARTIAL;
  }

  /** By the question's id or its text; a truth value is yes or no. */
  private static Map<String, String> answers(RuleTable table, JsonNode member) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : table.questions()) {
      var said = said(member, question);
      if (said != null) {
        answers.put(
            question.id(),
            said.isBoolean() ? (said.asBoolean() ? "yes" : "no") : said.asString(""));
      }
    }
    return answers;
  }

  private static @Nullable JsonNode said(JsonNode member, LeagueQuestion question) {
    var inner = member.has("answers") ? member.get("answers") : member;
    var by = inner.get(question.id());
    return by == null ? inner.get(question.text().zh()) : by;
  }

  private static Map<String, Object> explained(Recommendation advice) {
    var line = new LinkedHashMap<String, Object>();
    switch (advice) {
      case Recommendation.Fires(var rule, var answers) -> fired(line, rule, answers);
      case Recommendation.Asks(var question, var answers) -> {
        line.put("asks", question.id());
        line.put("question", question.text());
        line.put("choices", question.choices().stream().map(LeagueQuestion.Choice::id).toList());
        line.put("answers", answers);
      }
      case Recommendation.Unknown(var question, var word) -> {
        line.put("unknown", word);
        line.put("question", question.text());
        line.put("choices", question.choices().stream().map(LeagueQuestion.Choice::id).toList());
      }
    }
    return line;
  }

  private static void fired(Map<String, Object> line, Rule rule, Map<String, String> answers) {
    line.put("rule", rule.id());
    line.put("situation", rule.situation());
    line.put("does", rule.does().code());
    line.put("to", rule.to());
    line.put("destination", rule.title());
    line.put("why", rule.why());
    if (rule.span() != null) {
      line.put("months", rule.span());
    }
    line.put("source", rule.source());
    line.put("answers", answers);
  }

  private void print(List<Map<String, Object>> lines, Format format) {
    var mapper = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    switch (format) {
      case json -> out().println(mapper.writeValueAsString(lines));
      case table ->
          lines.forEach(
              line -> {
                line.forEach((key, value) -> out().printf("%-12s %s%n", key, plain(value)));
                out().println();
              });
    }
    out().flush();
  }

  private static String plain(Object value) {
    return switch (value) {
      case org.bihuan.foundation.shared.Text text -> text.zh() + " / " + text.en();
      case Rule.Source source -> source.text() + " (" + source.origin() + ")";
      case Rule.Span span ->
          span.months() + (span.most() == null ? "" : ", at most " + span.most());
      default -> String.valueOf(value);
    };
  }

  private int fail(String sentence) {
    var err = line().getErr();
    err.println(sentence);
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private PrintWriter out() {
    return line().getOut();
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec.commandLine();
  }
}
