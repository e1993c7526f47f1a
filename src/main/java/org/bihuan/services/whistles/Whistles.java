package org.bihuan.services.whistles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.cases.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a whistle and its departments at once: all of it or nothing. */
@Component
public class Whistles {

  static final String WHISTLE = "whistle";
  static final String CALL = "report-in";

  private final Cases cases;
  private final Units units;
  private final BlowingRules rules;
  private final Clock clock;

  Whistles(Cases cases, Units units, BlowingRules rules, Clock clock) {
    this.cases = cases;
    this.units = units;
    this.rules = rules;
    this.clock = clock;
  }

  /** The street an actor blows for; empty for everybody who does not work a street's matters. */
  public Optional<WorkUnit> street(Actor actor) {
    var unit = actor.is(Role.HANDLER) ? actor.unit() : null;
    return Optional.ofNullable(unit)
        .flatMap(units::find)
        .filter(u -> u.kind() == WorkUnit.Kind.STREET);
  }

  /** True if an actor may blow for a matter: it is their street's and still to be answered. */
  public boolean mayBlow(CaseView file, Actor actor) {
    return file.owner() == Role.HANDLER
        && !isPart(file)
        && street(actor).filter(street -> street.code().equals(file.unit())).isPresent();
  }

  /** True for a whistle and for a department's part of one. */
  public boolean isPart(CaseView file) {
    var procedure = file.identity().procedure();
    return procedure.equals(WHISTLE) || procedure.equals(CALL);
  }

  /** Blows: the whistle and one case for each department, with their clocks. */
  @Transactional
  public Blown blow(Blowing blowing, Actor actor) {
    var street = street(actor);
    var appeal = blowing.appeal();
    if (street.isEmpty()) {
      return Blown.refused(WhistleRefusal.NOT_A_STREET);
    }
    if (appeal != null && !mayBlow(appeal, actor)) {
      return Blown.refused(WhistleRefusal.NOT_YOURS);
    }
    var errors = rules.errors(blowing);
    return errors.isEmpty()
        ? opened(
            new Calling(blowing, street.get(), actor).openings(rules.called(blowing), clock),
            blowing.id())
        : new Blown.Refused(errors);
  }

  private Blown opened(List<Opening> openings, CaseId id) {
    for (var decision : cases.open(openings)) {
      if (decision instanceof Decision.Refused refused) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return refused.refusal() == Refusal.ALREADY_OPENED
            ? known(id)
            : Blown.refused(WhistleRefusal.NOT_NOW);
      }
    }
    return new Blown.Done(cases.find(id).orElseThrow());
  }

  /** It was blown before; the same form sent twice is one whistle. */
  private Blown known(CaseId id) {
    return cases
        .find(id)
        .filter(file -> file.identity().procedure().equals(WHISTLE))
        .<Blown>map(Blown.Done::new)
        .orElseGet(() -> Blown.refused(WhistleRefusal.NOT_NOW));
  }

  /** The departments of a whistle, the lead first. */
  public List<CaseView> calls(CaseView whistle) {
    return cases.children(whistle.identity().id()).stream()
        .filter(file -> file.identity().procedure().equals(CALL))
        .sorted((a, b) -> Boolean.compare(leads(b), leads(a)))
        .toList();
  }

  static boolean leads(CaseView call) {
    return call.facts().path("lead").asBoolean(false);
  }

  /** Calls the whistle off, and every department that has not finished. */
  @Transactional
  public Blown withdraw(CaseView whistle, String why, Actor actor) {
    var acts = new ArrayList<Act>();
    for (var call : calls(whistle)) {
      if (call.owner() != null) {
        acts.add(act(call, "cancel", why, nothing(), actor));
      }
    }
    acts.add(act(whistle, "cancel", why, nothing(), actor));
    return together(acts, whistle);
  }

  /**
   * Closes the whistle with the street's word on each department.
   *
   * @param marks what the form of rating asks for, by department; those not rated are left out
   */
  @Transactional
  public Blown close(CaseView whistle, Map<String, ObjectNode> marks, String note, Actor actor) {
    var acts = new ArrayList<Act>();
    for (var call : calls(whistle)) {
      var facts = marks.get(call.facts().path("unit").asString(""));
      if (facts != null) {
        acts.add(act(call, "rate", null, facts, actor));
      }
    }
    acts.add(act(whistle, "close", note.isBlank() ? null : note.strip(), nothing(), actor));
    return together(acts, whistle);
  }

  /** The lead's word on what all departments did. */
  @Transactional
  public Blown report(CaseView whistle, String result, Actor actor) {
    var facts = nothing().put("result", result.strip());
    return together(List.of(act(whistle, "report", null, facts, actor)), whistle);
  }

  private Blown together(List<Act> acts, CaseView whistle) {
    for (var decision : cases.perform(acts)) {
      if (decision instanceof Decision.Refused refused) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return refused(refused);
      }
    }
    return new Blown.Done(cases.find(whistle.identity().id()).orElseThrow());
  }

  private static Blown refused(Decision.Refused refused) {
    if (!refused.errors().isEmpty()) {
      return new Blown.Refused(refused.errors());
    }
    if (refused.refusal() == Refusal.NOTE_NEEDED) {
      return Blown.refused(WhistleRefusal.REASON);
    }
    return Blown.refused(
        refused.refusal() == Refusal.CHILDREN_OPEN
            ? WhistleRefusal.CHILDREN_OPEN
            : WhistleRefusal.NOT_NOW);
  }

  static Act act(CaseView file, String name, @Nullable String note, ObjectNode facts, Actor actor) {
    return new Act(file.identity().id(), name, actor, null, note, facts, null);
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
