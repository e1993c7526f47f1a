package org.bihuan.loop.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.lists.ChoiceList;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The counter where forms are chosen, handed out and handed in: the resident's page and the window
 * clerk's are the same form.
 */
@Component
public final class Counter {

  /** Whose keys the public's are; a key is random, so that nobody meets another's. */
  private static final UUID PUBLIC = new UUID(0, 0);

  private static final String PROJECT = "project";

  /** What a page sends of its own. */
  private static final Set<String> UNSAID = Set.of("key", "step");

  private final Papers papers;
  private final Forms forms;
  private final Intake intake;
  private final Retries retries;

  Counter(Papers papers, Forms forms, Intake intake, Retries retries) {
    this.papers = papers;
    this.forms = forms;
    this.intake = intake;
    this.retries = retries;
  }

  /** What can be raised: kinds of matters, their items under headings. */
  public record Catalogue(List<Kind> kinds) {}

  /** A kind of matter and its items. */
  public record Kind(Procedure procedure, List<Group> groups) {}

  /** Items under one heading. */
  public record Group(Text title, List<Item> items) {}

  /**
   * A form to fill.
   *
   * @param item what is raised
   * @param procedure how it will run
   * @param fields what the procedure and the item ask
   * @param streets where it can be, by code
   * @param units what can be named as a unit, by code
   * @param key makes handing it in twice harmless
   */
  public record Form(
      Item item,
      Procedure procedure,
      List<Field> fields,
      Map<String, Text> streets,
      Map<String, Text> units,
      String key) {

    /** True if the law of the matter wants to know exactly who asks. */
    public boolean identified() {
      return !item.materials().isEmpty();
    }

    /** False where the project's name is the title. */
    public boolean titled() {
      return fields.stream().noneMatch(field -> field.name().equals(PROJECT));
    }

    /** True if somebody may stay without a name. */
    public boolean nameless() {
      return fields.stream().anyMatch(field -> field.name().equals("anonymous"));
    }

    /** Lawful routes that may fit what was typed better: shown before sending, never required. */
    public List<ChoiceList.Choice> routes(Typed typed) {
      var told = told(typed);
      return procedure.acts().values().stream()
          .flatMap(act -> Stream.ofNullable(act.form()))
          .flatMap(asked -> asked.path("properties").values().stream())
          .flatMap(question -> ChoiceList.find(question.path("x-choices").asString("")).stream())
          .distinct()
          .flatMap(list -> list.meant(told).stream())
          .toList();
    }

    /** Everything it asks, in the order of the page. */
    public List<Question> questions() {
      return Question.of(this);
    }

    /** The same for those who are asked one thing at a time. */
    public List<List<Question>> steps() {
      return Question.steps(questions());
    }

    /** What was typed as words: the title and the answers. */
    public String told(Typed typed) {
      var told = new StringBuilder(typed.value("title"));
      for (var field : fields) {
        told.append("。").append(typed.value("facts." + field.name()));
      }
      return told.toString();
    }

    public Map<String, String> streets(Page page) {
      return in(page, streets);
    }

    public Map<String, String> units(Page page) {
      return in(page, units);
    }

    public Map<String, String> materials(Page page) {
      var titles = new LinkedHashMap<String, Text>();
      item.materials().forEach(material -> titles.put(material.id(), material.title()));
      return in(page, titles);
    }

    private static Map<String, String> in(Page page, Map<String, Text> texts) {
      var words = new LinkedHashMap<String, String>();
      texts.forEach((code, text) -> words.put(code, page.text(text)));
      return words;
    }
  }

  /** What became of a form that was handed in. */
  public sealed interface Handed {

    /** The matter is open; the code is the person's. */
    record In(String code) implements Handed {}

    /** Something is wrong with it; nothing was stored. */
    record Back(Typed typed) implements Handed {}
  }

  /** Everything a person can raise; kinds without items are for programs. */
  public Catalogue catalogue() {
    return papers.catalogue();
  }

  /**
   * The form of an item; empty if there is no such item.
   *
   * @param staff true for a clerk, who is also asked what only staff can judge
   */
  public Optional<Form> form(String item, boolean staff) {
    return papers.form(item, staff);
  }

  /** Looks at a filled form without taking it in: what was typed, and all that is wrong with it. */
  public Typed check(Form form, Typed typed, String channel) {
    var read = read(form, typed);
    var errors = new LinkedHashMap<String, FieldError>();
    read.errors().forEach(error -> errors.putIfAbsent(error.field(), error));
    switch (intake.look(filing(form, typed, read.facts(), channel, null))) {
      case Intake.Looked.Sound _ -> {}
      case Intake.Looked.Wrong(var faulty) ->
          faulty.errors().forEach(error -> errors.putIfAbsent(error.field(), error));
    }
    return typed.with(inOrder(form, List.copyOf(errors.values())));
  }

  /**
   * Takes a filled form in. The same form handed in again gives the same code and no second matter.
   *
   * @param channel window, phone or online
   * @param actor the clerk; absent when the person files without signing in
   */
  public Handed handIn(Form form, Typed typed, String channel, @Nullable Actor actor) {
    var read = read(form, typed);
    if (!read.errors().isEmpty()) {
      return new Handed.Back(typed.with(read.errors()));
    }
    var filing = filing(form, typed, read.facts(), channel, actor);
    return once(form, filing, typed, actor == null ? PUBLIC : actor.id());
  }

  /** Only what was asked: a page may send more. */
  private Forms.Read read(Form form, Typed typed) {
    var answers = typed.under("facts.");
    answers.keySet().retainAll(form.fields().stream().map(Field::name).toList());
    return forms.factsFrom(form.procedure().form(), answers);
  }

  private static Filing filing(
      Form form, Typed typed, JsonNode facts, String channel, @Nullable Actor actor) {
    var applicant =
        new ApplicantForm(
            typed.value("applicant.name"),
            typed.value("applicant.phone"),
            typed.value("applicant.idNumber"),
            typed.value("applicant.creditCode"),
            typed.value("applicant.organisation"));
    return new Filing(
        form.procedure().id(),
        form.item().code(),
        typed.value(form.titled() ? "title" : "facts." + PROJECT),
        typed.value("area"),
        channel,
        applicant,
        facts,
        null,
        actor);
  }

  private Handed once(Form form, Filing filing, Typed typed, UUID whose) {
    var key = typed.value("key");
    if (!key.matches("[0-9a-f-]{36}")) {
      return stale(typed);
    }
    return switch (intake.look(filing)) {
      case Intake.Looked.Wrong(var faulty) ->
          new Handed.Back(typed.with(inOrder(form, faulty.errors())));
      case Intake.Looked.Sound(var taking) ->
          take(form, taking, typed, new Retries.Request(whose, key, asked(typed)));
    };
  }

  private Handed take(Form form, Taking taking, Typed typed, Retries.Request asked) {
    var errors = new ArrayList<FieldError>();
    return switch (retries.once(asked, taking, () -> answer(taking.filed(), errors))) {
      case Retries.Outcome.Fresh(var answer) when answer.status() < 300 ->
          new Handed.In(answer.body());
      case Retries.Outcome.Fresh _ -> new Handed.Back(typed.with(inOrder(form, errors)));
      case Retries.Outcome.Replayed(var answer) -> new Handed.In(answer.body());
      case Retries.Outcome.KeyReused _ -> stale(typed);
    };
  }

  /** As on the page; what belongs to no question comes first. */
  private static List<FieldError> inOrder(Form form, List<FieldError> errors) {
    var names = form.questions().stream().map(Question::name).toList();
    var ordered = new ArrayList<>(errors);
    ordered.removeIf(error -> error.field().equals("title") && !form.titled());
    ordered.sort(Comparator.comparingInt(error -> names.indexOf(error.field())));
    return ordered;
  }

  private static Retries.Answer answer(Filed filed, List<FieldError> errors) {
    return switch (filed) {
      case Filed.Taken(var file) -> new Retries.Answer(201, file.identity().code().value());
      case Filed.Faulty(var wrong) -> {
        errors.addAll(wrong);
        yield new Retries.Answer(422, "");
      }
      case Filed.Refused(var refusal) -> {
        errors.add(new FieldError("main", refusal.code(), refusal.message()));
        yield new Retries.Answer(409, "");
      }
    };
  }

  /** Everything but what changes from one drawing of the form to the next. */
  private static String asked(Typed typed) {
    return new TreeMap<>(typed.values())
        .entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith("_") && !UNSAID.contains(entry.getKey()))
            .toList()
            .toString();
  }

  /** Its key is used up; the form gets a new one. */
  private static Handed stale(Typed typed) {
    var error =
        new FieldError(
            "main",
            "sent-before",
            new Text(
                "这份表单已经提交过。如果要另提一件，请核对内容后再提交一次。",
                "This form was sent before. If you mean a new matter, check it and send it once more."));
    return new Handed.Back(typed.without("key").with(List.of(error)));
  }
}
