package org.bihuan.services.league;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.services.league.Plan.Judged;
import org.bihuan.services.league.TransferSql.Step;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Carries plans out: the matters through their acts, then transfers and memberships, all or none.
 */
@Component
final class Carrying {

  private static final String PROCEDURE = "league-transfer";
  private static final String OPEN = "open";

  private final TransferSql sql;
  private final Cases cases;
  private final Organisations organisations;
  private final String district;

  Carrying(TransferSql sql, Cases cases, Organisations organisations, District district) {
    this.sql = sql;
    this.cases = cases;
    this.organisations = organisations;
    this.district = String.valueOf(district.code());
  }

  /** A wish, the member's file if there is one, and what the rules said. */
  record Task(MemberWish wish, Bench.@Nullable MemberFile file, Judged judged) {

    @Nullable Plan plan() {
      return judged instanceof Judged.Sound(var plan) ? plan : null;
    }
  }

  /** Called inside the door's transaction. */
  List<Verdict> carry(List<Task> tasks, Hand hand) {
    var moved = matters(tasks, hand);
    var kept = new Kept();
    var verdicts = new ArrayList<Verdict>();
    for (var task : tasks) {
      verdicts.add(verdict(task, moved, kept));
    }
    sql.add(kept.added);
    sql.change(kept.changed);
    sql.returned(
        kept.changed.stream().filter(t -> t.course().phase() == Transfer.Phase.RETURNED).toList());
    sql.move(kept.steps);
    return verdicts;
  }

  /** What will be stored. */
  private static final class Kept {

    private final List<Transfer> added = new ArrayList<>();
    private final List<Transfer> changed = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
  }

  private static Verdict verdict(Task task, Map<UUID, CaseView> moved, Kept kept) {
    var member = task.wish().member();
    var plan = task.plan();
    if (plan == null) {
      return new Verdict.Refused(member, ((Judged.Denied) task.judged()).reason());
    }
    var transfer = plan.transfer();
    var matter = transfer == null ? null : moved.get(transfer.id());
    if (transfer != null && matter == null) {
      return new Verdict.Refused(member, LeagueRefusal.CHANGED_MEANWHILE);
    }
    if (plan.position() != null) {
      var file = Objects.requireNonNull(task.file());
      kept.steps.add(step(file.member(), plan.position()));
    }
    if (plan.released() != null) {
      kept.changed.add(plan.released());
    }
    return new Verdict.Done(member, stored(plan, transfer, matter, kept));
  }

  private static @Nullable Transfer stored(
      Plan plan, @Nullable Transfer transfer, @Nullable CaseView matter, Kept kept) {
    if (transfer == null || matter == null) {
      return null;
    }
    var identity = matter.identity();
    var named = transfer.numbered(identity.number().value(), identity.code().value());
    (plan.acts().contains(OPEN) ? kept.added : kept.changed).add(named);
    return named;
  }

  private static Step step(Member member, Member.Position to) {
    int n = member.position().n() + 1;
    return new Step(
        member.id(),
        new Member.Position(n, to.organisation(), to.standing(), to.transfer(), to.since()));
  }

  /** The matters that went through all their acts, by id. */
  private Map<UUID, CaseView> matters(List<Task> tasks, Hand hand) {
    var openings = new ArrayList<Opening>();
    var acts = new ArrayList<Act>();
    for (var task : tasks) {
      var plan = task.plan();
      if (plan != null && plan.transfer() != null) {
        collect(task, plan, hand, openings, acts);
      }
    }
    var moved = new LinkedHashMap<UUID, CaseView>();
    keep(openings.isEmpty() ? List.of() : cases.open(openings), moved);
    keep(acts.isEmpty() ? List.of() : cases.perform(acts), moved);
    return moved;
  }

  private void collect(Task task, Plan plan, Hand hand, List<Opening> openings, List<Act> acts) {
    var member = Objects.requireNonNull(task.file()).member();
    var transfer = Objects.requireNonNull(plan.transfer());
    var actor = hand.is(member.id()) ? Actor.applicant(member.person(), "") : hand.actor();
    for (var act : plan.acts()) {
      if (act.equals(OPEN)) {
        openings.add(opening(member, transfer, actor));
      } else {
        acts.add(act(transfer.id(), act, actor, plan.note()));
      }
    }
    if (plan.released() != null) {
      acts.add(act(plan.released().id(), "release", actor, null));
    }
  }

  private static Act act(UUID id, String name, Actor actor, @Nullable String note) {
    var nothing = JsonNodeFactory.instance.objectNode();
    return new Act(new CaseId(id), name, actor, null, note, nothing, Act.HOUSE);
  }

  private Opening opening(Member member, Transfer transfer, Actor actor) {
    var route = transfer.route();
    var receiver = organisations.tree().find(route.goesTo()).orElseThrow();
    var facts =
        JsonNodeFactory.instance
            .objectNode()
            .put("rule", transfer.rule())
            .put("out", name(route.out()))
            .put("in", receiver.name().zh());
    return new Opening(
        new CaseId(transfer.id()),
        PROCEDURE,
        null,
        "团组织关系转接：" + name(route.out()) + " → " + receiver.name().zh(),
        receiver.area() == null ? district : receiver.area(),
        Organisations.UNIT,
        member.person(),
        actor.id().equals(member.person()) ? "online" : "internal",
        null,
        facts,
        actor);
  }

  private String name(String code) {
    return organisations.tree().find(code).map(one -> one.name().zh()).orElse(code);
  }

  /**
   * A matter is moved only by this door, and the member's file is locked: a refusal after the rules
   * said yes means that a clock changed the state in between, or a fault. One act of several that
   * was refused undoes everything.
   */
  private static void keep(List<Decision> decisions, Map<UUID, CaseView> moved) {
    for (var decision : decisions) {
      switch (decision) {
        case Decision.Accepted(var file) -> moved.put(file.identity().id().value(), file);
        case Decision.Refused(var refusal, _, var version) ->
            throw new IllegalStateException(
                "a planned act was refused: " + refusal + " " + version);
      }
    }
  }
}
