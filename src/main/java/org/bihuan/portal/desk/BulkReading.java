package org.bihuan.portal.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what several matters allow together, and writes down what became of each. */
@Component
final class BulkReading {

  /** More than a page of the list shows is never ticked by hand. */
  private static final int MOST = 60;

  private static final String DONE = "done";

  private final Cases cases;
  private final Forms forms;
  private final SheetReading sheets;
  private final Naming naming;
  private final Sights sights;

  BulkReading(Cases cases, Forms forms, SheetReading sheets, Naming naming, Sights sights) {
    this.cases = cases;
    this.forms = forms;
    this.sheets = sheets;
    this.naming = naming;
    this.sights = sights;
  }

  /** A matter and the version that was seen of it; absent where none was sent. */
  record Ticked(CaseView file, @Nullable Long seen) {}

  /** What was ticked, each matter once, {@code number} or {@code number:version}. */
  List<Ticked> ticked(Collection<String> sent, Actor actor) {
    var ticked = new LinkedHashMap<String, Ticked>();
    for (var one : sent.stream().distinct().limit(MOST).toList()) {
      var parts = one.split(":", 2);
      var seen = parts.length == 2 && parts[1].matches("\\d{1,9}") ? Long.valueOf(parts[1]) : null;
      sights
          .find(ActPages.ROUTE, parts[0], actor)
          .ifPresent(file -> ticked.put(file.identity().number().value(), new Ticked(file, seen)));
    }
    return List.copyOf(ticked.values());
  }

  BulkSheet sheet(List<Ticked> ticked, @Nullable String act, Actor actor, String key) {
    var acts = common(ticked, actor);
    var chosen = acts.stream().filter(rule -> rule.id().equals(act)).findFirst().orElse(null);
    var form = chosen == null ? null : chosen.form();
    List<Field> fields = form == null ? List.of() : forms.fields(form);
    boolean units = fields.stream().anyMatch(field -> field.kind() == Field.Kind.UNIT);
    return new BulkSheet(
        ticked.stream().map(this::line).toList(),
        acts,
        chosen,
        fields,
        units ? naming.units() : Map.of(),
        key);
  }

  private BulkSheet.Line line(Ticked one) {
    var file = one.file();
    var seen = one.seen();
    return new BulkSheet.Line(
        file.identity().number().value(),
        file.subject().title(),
        sheets.state(file, file.state()),
        ListReading.kind(file.owner()),
        seen == null ? file.version() : seen);
  }

  /** The acts all of them allow, if each asks for the same everywhere. */
  private List<ActRule> common(List<Ticked> ticked, Actor actor) {
    List<ActRule> common = new ArrayList<>();
    for (int i = 0; i < ticked.size(); i++) {
      var acts = cases.acts(ticked.get(i).file().identity().id(), actor);
      if (i == 0) {
        common.addAll(acts);
      } else {
        common.removeIf(rule -> acts.stream().noneMatch(other -> alike(rule, other)));
      }
    }
    return common;
  }

  private static boolean alike(ActRule one, ActRule other) {
    return one.id().equals(other.id())
        && one.title().equals(other.title())
        && Objects.equals(one.form(), other.form())
        && one.has(ActRule.Flag.NOTE) == other.has(ActRule.Flag.NOTE);
  }

  /** The act of this name in the procedure of the first matter, whether it may be done or not. */
  @Nullable ActRule rule(List<Ticked> ticked, String act) {
    var rule = ticked.isEmpty() ? null : cases.procedure(ticked.getFirst().file()).acts().get(act);
    return rule == null || rule.automatic() || act.equals(ActRule.OPEN) ? null : rule;
  }

  /** What the form of an act was filled with. */
  Forms.Read facts(ActRule rule, Map<String, String> answers) {
    var form = rule.form();
    if (form == null) {
      return new Forms.Read(JsonNodeFactory.instance.objectNode(), List.of());
    }
    var read = forms.factsFrom(form, answers);
    return read.errors().isEmpty()
        ? new Forms.Read(read.facts(), forms.check(form, read.facts()))
        : read;
  }

  /** Does the act to each matter on the version that was seen, and tells what became of each. */
  Outcomes perform(List<Ticked> ticked, String act, Actor actor, ObjectNode facts, String note) {
    var acts =
        ticked.stream()
            .map(
                one ->
                    new Act(
                        one.file().identity().id(),
                        act,
                        actor,
                        one.seen(),
                        note.isEmpty() ? null : note,
                        facts.deepCopy(),
                        null))
            .toList();
    var decisions = cases.perform(acts);
    var lines = new ArrayList<String>();
    boolean any = false;
    for (int i = 0; i < decisions.size(); i++) {
      any |= decisions.get(i) instanceof Decision.Accepted;
      lines.add(ticked.get(i).file().identity().number().value() + ":" + word(decisions.get(i)));
    }
    return new Outcomes(any, String.join("\n", lines));
  }

  private static String word(Decision decision) {
    return switch (decision) {
      case Decision.Accepted _ -> DONE;
      case Decision.Refused refused -> refused.refusal().code();
    };
  }

  /** What became of all, in a form that is kept for a repeated request. */
  record Outcomes(boolean any, String kept) {}

  /** The same with titles and words. */
  List<BulkSheet.Result> results(String kept) {
    return kept.lines()
        .map(line -> line.split(":", 2))
        .map(parts -> new BulkSheet.Result(parts[0], title(parts[0]), refusal(parts[1])))
        .toList();
  }

  private String title(String number) {
    return CaseNumber.parse(number)
        .flatMap(cases::find)
        .map(file -> file.subject().title())
        .orElse("");
  }

  private static @Nullable Text refusal(String code) {
    return code.equals(DONE)
        ? null
        : Optional.of(code)
            .map(name -> Refusal.valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_')))
            .map(Refusal::message)
            .orElseThrow();
  }
}
