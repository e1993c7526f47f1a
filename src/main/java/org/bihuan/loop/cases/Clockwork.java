package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Procedure;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an act does to the clocks of a matter, in the order the proof assumes: the one that ran out
 * is marked, stops and resumptions, extensions, ends, then beginnings.
 */
final class Clockwork {

  /** The act under which the register records a recount; procedures do not name it. */
  static final String RECOUNT = "recount";

  private final Procedure procedure;
  private final CaseFile file;
  private final CaseRules.Situation now;
  private final List<ClockRun> all;
  private final List<ClockRun> changed = new ArrayList<>();

  private Clockwork(Procedure procedure, CaseFile file, CaseRules.Situation now) {
    this.procedure = procedure;
    this.file = file;
    this.now = now;
    this.all = new ArrayList<>(file.clocks());
  }

  /** All runs after an act, and those among them that are new or different. */
  record Turned(List<ClockRun> all, List<ClockRun> changed) {}

  /** Turns the clocks of a matter; the matter already remembers the act's moments and facts. */
  static Turned turn(
      Procedure procedure, ActRule rule, CaseFile file, Act act, CaseRules.Situation now) {
    var work = new Clockwork(procedure, file, now);
    if (act.expiring() != null) {
      work.change(act.expiring(), c -> c.fired(now.now()));
    }
    var effects = rule.effects();
    effects.stops().forEach(id -> work.change(id, c -> c.stopped(now.now())));
    effects.resumes().forEach(id -> work.change(id, c -> c.resumed(now.now(), now.calendar())));
    effects.extended().forEach(work::extend);
    work.end(effects);
    work.begin(effects);
    return new Turned(work.all, List.copyOf(work.changed));
  }

  /**
   * The matter with its counting clocks on another calendar, and the entry that records old and new
   * due days; empty if no due day changes. What has run out has run out, and what stands still is
   * counted when it goes on.
   */
  static Optional<Outcome.Moved> recount(CaseFile file, WorkCalendar calendar, Instant now) {
    var data = CaseJson.object().put("edition", calendar.edition());
    var days = CaseJson.array();
    var all = new ArrayList<ClockRun>();
    var changed = new ArrayList<ClockRun>();
    for (var run : file.clocks()) {
      var after = run.armed() ? run.recounted(calendar) : run;
      all.add(after);
      if (!after.equals(run)) {
        changed.add(after);
        days.add(CaseJson.recounted(run, after));
      }
    }
    data.set("clocks", CaseJson.clocks(changed));
    data.set("recounted", days);
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Moved(recounted(file, all, now), recount(file, data), changed));
  }

  private static CaseFile recounted(CaseFile file, List<ClockRun> runs, Instant now) {
    var memory = file.memory().copy();
    memory.did(Actor.CLOCK.id(), RECOUNT);
    return new CaseFile.Assigned(file, file.unit(), file.handler())
        .remembering(memory)
        .movedTo(file.state(), file.owner(), now, runs);
  }

  private static Outcome.Draft recount(CaseFile file, ObjectNode data) {
    return new Outcome.Draft(
        RECOUNT, file.state(), Actor.CLOCK.id(), Role.SYSTEM, null, null, data);
  }

  /** Whether every clock an act extends, stops or resumes is in a shape for it. */
  static boolean extendable(Procedure procedure, ActRule rule, CaseFile file) {
    var effects = rule.effects();
    return effects.extended().stream().allMatch(id -> running(file, id) && has(procedure, id))
        && effects.stops().stream().allMatch(id -> running(file, id));
  }

  private static boolean running(CaseFile file, String clock) {
    return file.open(clock).filter(ClockRun::armed).isPresent();
  }

  private static boolean has(Procedure procedure, String clock) {
    var rule = procedure.clocks().get(clock);
    return rule != null && rule.extension() != null;
  }

  private void extend(String id) {
    var rule = procedure.clocks().get(id);
    Limit more = rule == null ? null : rule.extension();
    if (more != null) {
      change(id, c -> c.extendedBy(more, now.calendar()));
    }
  }

  private void end(ActRule.Effects effects) {
    for (var rule : procedure.clocks().values()) {
      if (effects.marks().stream().anyMatch(rule.ends()::contains)) {
        change(rule.id(), c -> c.ended(now.now()));
      }
    }
  }

  private void begin(ActRule.Effects effects) {
    for (var rule : procedure.clocks().values()) {
      effects.marks().stream()
          .filter(rule.begins()::contains)
          .findFirst()
          .ifPresent(moment -> begin(rule, file.memory().moment(moment).orElse(now.now())));
    }
  }

  private void begin(ClockRule rule, Instant from) {
    var tier = now.conditions().tierOf(rule, file.given(procedure));
    int run = 1 + (int) all.stream().filter(c -> c.clock().equals(rule.id())).count();
    var terms = new ClockRun.Terms(tier.limit(), tier.promised(), 0);
    var begun = ClockRun.begun(rule.id(), run, from, terms, now.calendar());
    all.add(begun);
    changed.add(begun);
  }

  private void change(String id, UnaryOperator<ClockRun> how) {
    for (int i = 0; i < all.size(); i++) {
      var run = all.get(i);
      if (run.open() && run.clock().equals(id)) {
        var after = how.apply(run);
        all.set(i, after);
        changed.remove(run);
        changed.add(after);
      }
    }
  }
}
