package org.bihuan.loop.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.RegisterRow;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns the register into what the person may read: acts with plain words and public facts. */
@Component
class Timeline {

  private static final Text WHAT_TO_DO = new Text("您可以这样办", "What you can do");

  private final Cases cases;

  Timeline(Cases cases) {
    this.cases = cases;
  }

  List<Step> steps(CaseView file, List<RegisterRow> rows) {
    var procedure = cases.procedure(file);
    var steps = new ArrayList<Step>();
    for (var row : rows) {
      var rule = procedure.acts().get(row.entry().act());
      if (rule != null && rule.plain() != null) {
        steps.add(step(procedure, rule, rule.plain(), row.entry()));
      }
    }
    return steps;
  }

  private static Step step(Procedure procedure, ActRule rule, Text plain, Entry entry) {
    var form = rule.id().equals(ActRule.OPEN) ? procedure.form() : rule.form();
    var data = entry.content().data();
    var details =
        form == null || data == null
            ? List.<Step.Detail>of()
            : details(form.path("properties"), data.path("facts"));
    return new Step(entry.at(), plain, noteFor(rule, entry), details);
  }

  /** Reasons of acts that ask for one are written to the person; remarks among staff are not. */
  private static @Nullable String noteFor(ActRule rule, Entry entry) {
    boolean own = entry.role() == Role.APPLICANT;
    return own || rule.has(ActRule.Flag.NOTE) ? entry.content().note() : null;
  }

  private static List<Step.Detail> details(JsonNode questions, JsonNode facts) {
    var details = new ArrayList<Step.Detail>();
    questions
        .properties()
        .forEach(
            question -> {
              var answer = facts.get(question.getKey());
              if (answer != null && question.getValue().path("x-public").asBoolean(false)) {
                details.add(new Step.Detail(label(question), value(question.getValue(), answer)));
                told(question.getValue(), answer).ifPresent(details::add);
              }
            });
    return details;
  }

  /** What a list tells whoever its choice concerns: the lawful route, for example. */
  private static Optional<Step.Detail> told(JsonNode question, JsonNode answer) {
    var tells = question.path("x-tells").path(answer.asString());
    return tells.isObject()
        ? Optional.of(
            new Step.Detail(
                WHAT_TO_DO,
                new Text(tells.path("zh").asString("—"), tells.path("en").asString("—"))))
        : Optional.empty();
  }

  private static Text label(java.util.Map.Entry<String, JsonNode> question) {
    var zh = question.getValue().path("title").asString(question.getKey());
    return new Text(zh, question.getValue().path("x-en").asString(zh));
  }

  private static Text value(JsonNode question, JsonNode answer) {
    var plain = answer.asString();
    var label = question.path("x-labels").path(plain);
    var zh = label.path("zh").asString(plain);
    return zh.isBlank() ? new Text("—", "—") : new Text(zh, label.path("en").asString(plain));
  }
}
