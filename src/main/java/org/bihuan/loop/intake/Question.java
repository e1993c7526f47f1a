package org.bihuan.loop.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.procedures.Field;
import org.jspecify.annotations.Nullable;

/**
 * One question of a filing, in the order of the page: what it is about, where, then who asks.
 *
 * @param name of the field in the page
 * @param kind which control
 * @param field the procedure's question; absent for what every filing asks
 */
public record Question(String name, Kind kind, @Nullable Field field) {

  private static final String FACTS = "facts.";

  /** Questions of a procedure about the person, asked before the name. */
  private static final Set<String> PERSONAL = Set.of("anonymous", "confidential");

  /** Which control. */
  public enum Kind {
    TITLE,
    /** A question of the procedure or the item. */
    FIELD,
    AREA,
    /** Where the device says it is; only scripts can answer. */
    POSITION,
    NAME,
    PHONE,
    ID_NUMBER,
    ORGANISATION,
    CREDIT_CODE;

    /** The end of its message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static List<Question> of(Counter.Form form) {
    var all = new ArrayList<Question>();
    if (form.titled()) {
      all.add(new Question("title", Kind.TITLE, null));
    }
    boolean placed = form.fields().stream().anyMatch(field -> field.name().equals("place"));
    for (var field : form.fields().stream().filter(f -> !PERSONAL.contains(f.name())).toList()) {
      if (field.name().equals("place")) {
        all.add(new Question("area", Kind.AREA, null));
      }
      all.add(asked(field));
    }
    if (!placed) {
      all.add(new Question("area", Kind.AREA, null));
    }
    all.addAll(person(form));
    return List.copyOf(all);
  }

  private static Question asked(Field field) {
    var kind = field.name().equals("position") ? Kind.POSITION : Kind.FIELD;
    return new Question(FACTS + field.name(), kind, field);
  }

  private static List<Question> person(Counter.Form form) {
    var person = new ArrayList<Question>();
    form.fields().stream()
        .filter(field -> PERSONAL.contains(field.name()))
        .forEach(field -> person.add(asked(field)));
    person.add(new Question("applicant.name", Kind.NAME, null));
    person.add(new Question("applicant.phone", Kind.PHONE, null));
    if (form.identified()) {
      person.add(new Question("applicant.idNumber", Kind.ID_NUMBER, null));
      person.add(new Question("applicant.organisation", Kind.ORGANISATION, null));
      person.add(new Question("applicant.creditCode", Kind.CREDIT_CODE, null));
    }
    return person;
  }

  /** One after another for those who are asked one at a time; boxes to tick stand together. */
  static List<List<Question>> steps(List<Question> questions) {
    var steps = new ArrayList<List<Question>>();
    for (var question : questions) {
      if (!steps.isEmpty() && question.joins(steps.getLast().getLast())) {
        steps.getLast().add(question);
      } else {
        steps.add(new ArrayList<>(List.of(question)));
      }
    }
    return steps;
  }

  private boolean joins(Question before) {
    return kind == Kind.POSITION
        || kind == Kind.CREDIT_CODE
        || (ticked() && before.ticked())
        || (of(Field.Kind.UNIT) && before.of(Field.Kind.CHOICE));
  }

  private boolean of(Field.Kind control) {
    return field != null && kind == Kind.FIELD && field.kind() == control;
  }

  /** True if it is a box to tick. */
  public boolean ticked() {
    return field != null && kind == Kind.FIELD && field.kind() == Field.Kind.FLAG;
  }

  /** True if it is about the person, not the matter. */
  public boolean personal() {
    return name.startsWith("applicant.") || (field != null && PERSONAL.contains(field.name()));
  }

  /** What it asks, in the reader's language. */
  public String label(Page page) {
    return field == null ? page.t("intake.ask." + kind.code()) : page.text(field.title());
  }

  /** The answer as people read it; empty if there is none. */
  public String answer(Page page, Counter.Form form, Typed typed) {
    var said = typed.value(name).strip();
    if (kind == Kind.AREA) {
      return form.streets(page).getOrDefault(said, said);
    }
    return field == null ? said : answer(page, form, field, typed);
  }

  private String chosen(Field asked, Typed typed) {
    return typed.value(name).isEmpty() ? asked.preset() : typed.value(name);
  }

  private String answer(Page page, Counter.Form form, Field asked, Typed typed) {
    return switch (asked.kind()) {
      case FLAG -> page.t(typed.has(name, "true") ? "intake.answer.yes" : "intake.answer.no");
      case CHOICE ->
          asked.choices().stream()
              .filter(choice -> choice.value().equals(chosen(asked, typed)))
              .map(choice -> page.text(choice.title()))
              .collect(Collectors.joining());
      case MATERIALS ->
          form.materials(page).entrySet().stream()
              .filter(material -> typed.has(name, material.getKey()))
              .map(Map.Entry::getValue)
              .collect(Collectors.joining("\n"));
      case UNIT -> form.units(page).getOrDefault(typed.value(name), typed.value(name).strip());
      case TEXT, LONG, NUMBER, INTEGER -> typed.value(name).strip();
    };
  }
}
