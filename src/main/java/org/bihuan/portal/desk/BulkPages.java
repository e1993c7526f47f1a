package org.bihuan.portal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.intake.Retries;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** One act for several matters, and what became of each. Sending it again does nothing twice. */
@Controller
@RequestMapping("/desk/bulk")
@Needs({Role.CLERK, Role.DISPATCHER, Role.HANDLER, Role.APPROVER, Role.CALLER, Role.LEADER})
class BulkPages {

  private static final Text SENT_BEFORE =
      new Text(
          "这一批已经用另外的内容提交过。请核对后重新提交。",
          "This batch was sent before with other content. Check it and send it once more.");

  private final BulkReading bulk;
  private final Retries retries;

  BulkPages(BulkReading bulk, Retries retries) {
    this.bulk = bulk;
    this.retries = retries;
  }

  @GetMapping
  ModelAndView choose(
      @RequestParam(name = "n", required = false) @Nullable List<String> numbers,
      @RequestParam(required = false) @Nullable String act,
      Actor actor) {
    var ticked = bulk.ticked(numbers == null ? List.of() : numbers, actor);
    var sheet = bulk.sheet(ticked, act, actor, UUID.randomUUID().toString());
    return page(sheet, Typed.NOTHING);
  }

  @PostMapping
  ModelAndView perform(@RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var ticked = bulk.ticked(typed.values().getOrDefault("n", List.of()), actor);
    var replayed = retried(typed, ticked, actor);
    if (replayed != null) {
      return replayed;
    }
    var fresh = bulk.sheet(ticked, typed.value("act"), actor, UUID.randomUUID().toString());
    return answer(page(fresh, typed), HttpStatus.CONFLICT);
  }

  /** Absent if no act was chosen that could be looked at. */
  private @Nullable ModelAndView retried(
      Typed typed, List<BulkReading.Ticked> ticked, Actor actor) {
    var rule = bulk.rule(ticked, typed.value("act"));
    if (rule == null || !typed.value("key").matches("[0-9a-f-]{36}")) {
      return null;
    }
    var note = typed.value("note").strip();
    var read = bulk.facts(rule, typed.under("facts."));
    var errors = errors(rule, read, note);
    if (!errors.isEmpty()) {
      var sheet = bulk.sheet(ticked, rule.id(), actor, typed.value("key"));
      return answer(page(sheet, typed.with(errors)), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var asked = new Retries.Request(actor.id(), typed.value("key"), asked(typed));
    var outcome =
        retries.once(
            asked,
            () -> {
              var facts = (ObjectNode) read.facts();
              var done = bulk.perform(ticked, rule.id(), actor, facts, note);
              return new Retries.Answer(done.any() ? 200 : 409, done.kept());
            });
    return switch (outcome) {
      case Retries.Outcome.Fresh(var answer) -> results(rule, answer.body());
      case Retries.Outcome.Replayed(var answer) -> results(rule, answer.body());
      case Retries.Outcome.KeyReused _ -> reused(ticked, rule, typed, actor);
    };
  }

  private ModelAndView reused(
      List<BulkReading.Ticked> ticked, ActRule rule, Typed typed, Actor actor) {
    var sheet = bulk.sheet(ticked, rule.id(), actor, UUID.randomUUID().toString());
    var error = new FieldError("main", "sent-before", SENT_BEFORE);
    return answer(page(sheet, typed.with(List.of(error))), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static List<FieldError> errors(ActRule rule, Forms.Read read, String note) {
    var errors = new ArrayList<>(read.errors());
    if (rule.has(ActRule.Flag.NOTE) && note.isEmpty()) {
      errors.add(new FieldError("note", Refusal.NOTE_NEEDED.code(), Refusal.NOTE_NEEDED.message()));
    }
    return errors;
  }

  private static String asked(Typed typed) {
    return "bulk "
        + new TreeMap<>(typed.values())
            .entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_") && !entry.getKey().equals("key"))
                .toList();
  }

  private ModelAndView results(ActRule rule, String kept) {
    return new ModelAndView(
        "desk/bulkDone", Map.of("act", rule.title(), "results", bulk.results(kept)));
  }

  private static ModelAndView page(BulkSheet sheet, Typed typed) {
    return new ModelAndView("desk/bulk", Map.of("sheet", sheet, "typed", typed));
  }

  private static ModelAndView answer(ModelAndView page, HttpStatus status) {
    page.setStatus(status);
    return page;
  }
}
