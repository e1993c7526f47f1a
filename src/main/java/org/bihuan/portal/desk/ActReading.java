package org.bihuan.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the page of an act, and an act from what the page sends. */
@Component
final class ActReading {

  private final Cases cases;
  private final Forms forms;
  private final SheetReading sheets;
  private final Naming naming;

  ActReading(Cases cases, Forms forms, SheetReading sheets, Naming naming) {
    this.cases = cases;
    this.forms = forms;
    this.sheets = sheets;
    this.naming = naming;
  }

  /** The page of an act for a reader who last saw this version. */
  ActSheet sheet(CaseView file, ActRule rule, long seen) {
    var form = rule.form();
    var to = rule.to();
    return new ActSheet(
        file.identity().number().value(),
        file.subject().title(),
        file.version(),
        rule,
        form == null ? List.of() : forms.fields(form),
        sheets.state(file, file.state()),
        to == null || to.equals(file.state()) ? null : sheets.state(file, to),
        choices(file, form == null ? List.of() : forms.fields(form)),
        sheets.since(file, seen));
  }

  private ActSheet.Choices choices(CaseView file, List<Field> fields) {
    var item = sheets.item(file);
    var materials = new LinkedHashMap<String, Text>();
    if (item != null) {
      item.materials().forEach(material -> materials.put(material.id(), material.title()));
    }
    boolean units = fields.stream().anyMatch(field -> field.kind() == Field.Kind.UNIT);
    return new ActSheet.Choices(materials, units ? naming.units() : Map.of());
  }

  /** The act a page sends, with what could not be read of it. */
  Sent sent(CaseView file, ActRule rule, Typed typed, Actor actor) {
    var form = rule.form();
    var read =
        form == null
            ? new Forms.Read(JsonNodeFactory.instance.objectNode(), List.of())
            : forms.factsFrom(form, typed.under("facts."));
    var note = typed.value("note").strip();
    var act =
        new Act(
            file.identity().id(),
            rule.id(),
            actor,
            version(typed),
            note.isEmpty() ? null : note,
            (ObjectNode) read.facts(),
            null);
    return new Sent(act, typed.with(read.errors()));
  }

  /** An act as sent, and the form as typed with what is wrong with it. */
  record Sent(Act act, Typed typed) {}

  private static @Nullable Long version(Typed typed) {
    var version = typed.value("version");
    return version.matches("\\d{1,9}") ? Long.valueOf(version) : null;
  }

  /** The act of this name, if the actor may do it now. */
  @Nullable ActRule allowed(CaseView file, String name, Actor actor) {
    return cases.acts(file.identity().id(), actor).stream()
        .filter(rule -> rule.id().equals(name))
        .findFirst()
        .orElse(null);
  }
}
