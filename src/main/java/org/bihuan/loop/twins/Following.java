package org.bihuan.loop.twins;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens to followers when something happened to their main case: pure, from the entries and
 * the files. They go to the same unit, get the same extension and the same answer in the name of
 * whoever gave it, and if the main case ends without one, the first of them goes its own way.
 */
final class Following {

  static final String NO_ANSWER = "主件已了结，未对此件作出答复";

  private final Procedure procedure;
  private final Map<CaseId, CaseView> files;
  private final Predicate<CaseView> leads;
  private final Set<UUID> served = new HashSet<>();

  Following(Procedure procedure, Map<CaseId, CaseView> files, Predicate<CaseView> leads) {
    this.procedure = procedure;
    this.files = files;
    this.leads = leads;
  }

  /**
   * An act on a follower.
   *
   * @param end how the link ends with it; absent if it goes on
   */
  record Wanted(Act act, TwinLink link, TwinLink.@Nullable End end) {}

  /** The acts that followers may have to hear of, by name. */
  static Set<String> telling(Collection<Procedure> procedures) {
    return procedures.stream()
        .flatMap(
            procedure ->
                procedure.acts().values().stream()
                    .filter(rule -> tells(procedure, rule, rule.to())))
        .map(ActRule::id)
        .collect(Collectors.toSet());
  }

  /** True for what followers must hear of. */
  static boolean tells(Procedure procedure, Entry entry) {
    var rule = procedure.acts().get(entry.act());
    return rule != null && tells(procedure, rule, entry.to());
  }

  private static boolean tells(Procedure procedure, ActRule rule, @Nullable String to) {
    return end(procedure, to)
        || rule.has(ActRule.Flag.ANSWERS)
        || rule.has(ActRule.Flag.ASSIGNS)
        || !rule.effects().extended().isEmpty();
  }

  static boolean ends(Procedure procedure, Entry entry) {
    return end(procedure, entry.to());
  }

  private static boolean end(Procedure procedure, @Nullable String to) {
    var state = to == null ? null : procedure.states().get(to);
    return state != null && state.end();
  }

  /**
   * Those that still wait after the entries before. Who joined after an entry is not concerned by
   * it while an answer is still to come; if none is, the entry is the one that was missed.
   */
  List<TwinLink> waiting(Entry entry, CaseView main, List<TwinLink> links) {
    return links.stream()
        .filter(link -> !served.contains(link.id()))
        .filter(link -> !link.madeAt().isAfter(entry.at()) || !leads.test(main))
        .toList();
  }

  /** The acts an entry of the main case brings about. */
  List<Wanted> after(Entry entry, CaseView main, List<TwinLink> waiting) {
    var wanted = waiting.stream().flatMap(link -> after(entry, main, link).stream()).toList();
    wanted.stream().filter(w -> w.end() != null).forEach(w -> served.add(w.link().id()));
    return wanted;
  }

  private Optional<Wanted> after(Entry entry, CaseView main, TwinLink link) {
    var rule = procedure.acts().get(entry.act());
    var follower = files.get(link.follower());
    if (rule == null || follower == null) {
      return Optional.empty();
    }
    if (rule.has(ActRule.Flag.ANSWERS) && rule.from().contains(follower.state())) {
      return Optional.of(answer(entry, follower, link));
    }
    if (rule.has(ActRule.Flag.INNER)) {
      return Optional.empty();
    }
    return rule.has(ActRule.Flag.ASSIGNS)
        ? sentOn(entry, main, follower, link)
        : extended(rule, entry, follower, link);
  }

  /** More time for the main case is more time for all that wait for its answer. */
  private Optional<Wanted> extended(ActRule rule, Entry entry, CaseView follower, TwinLink link) {
    var actor = by(entry, follower.unit());
    var note = entry.content().note();
    var nothing = JsonNodeFactory.instance.objectNode();
    return inner(procedure, follower)
        .filter(along -> !along.effects().extended().isEmpty())
        .filter(along -> along.effects().extended().equals(rule.effects().extended()))
        .findFirst()
        .map(along -> new Act(link.follower(), along.id(), actor, null, note, nothing, Act.HOUSE))
        .map(act -> new Wanted(act, link, null));
  }

  private static Wanted answer(Entry entry, CaseView follower, TwinLink link) {
    var note = entry.content().note();
    var actor = by(entry, follower.unit());
    var act = new Act(link.follower(), entry.act(), actor, null, note, facts(entry), null);
    var end = new TwinLink.End(entry.actor(), entry.at(), "answered", entry.act());
    return new Wanted(act, link, end);
  }

  /** Whoever did it to the main case does it to its followers. */
  private static Actor by(Entry entry, @Nullable String unit) {
    return new Actor(entry.actor(), "", Set.of(entry.role()), unit);
  }

  private static ObjectNode facts(Entry entry) {
    var data = entry.content().data();
    return data != null && data.get("facts") instanceof ObjectNode facts
        ? facts.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  private Optional<Wanted> sentOn(Entry entry, CaseView main, CaseView follower, TwinLink link) {
    var actor = by(entry, null);
    return inner(procedure, follower)
        .filter(rule -> rule.to() == null && rule.has(ActRule.Flag.ASSIGNS))
        .filter(rule -> rule.who().contains(entry.role()))
        .findFirst()
        .map(rule -> new Wanted(behind(follower, main, rule, actor, null), link, null));
  }

  /** The first of those that wait goes its own way. */
  Optional<Wanted> onItsOwn(Entry entry, TwinLink first) {
    return Optional.ofNullable(files.get(first.follower()))
        .flatMap(file -> parting(procedure, file, Actor.CLOCK, NO_ANSWER))
        .map(act -> new Wanted(act, first, end(entry, "parted")));
  }

  static TwinLink.End end(Entry entry, String how) {
    return new TwinLink.End(entry.actor(), entry.at(), how, NO_ANSWER);
  }

  /** The inner acts possible in a file's state. */
  static Stream<ActRule> inner(Procedure procedure, CaseView file) {
    return procedure.acts().values().stream()
        .filter(rule -> rule.has(ActRule.Flag.INNER) && rule.from().contains(file.state()));
  }

  /** The act that puts a file behind another, or sends it on with it. */
  static Act behind(CaseView file, CaseView main, ActRule rule, Actor actor, @Nullable String why) {
    var facts =
        JsonNodeFactory.instance
            .objectNode()
            .put("main", main.identity().number().value())
            .put("unit", main.unit());
    return new Act(file.identity().id(), rule.id(), actor, null, why, facts, Act.HOUSE);
  }

  /** The act that parts; empty if the matter has gone on from where it waited. */
  static Optional<Act> parting(Procedure procedure, CaseView file, Actor actor, String why) {
    var nothing = JsonNodeFactory.instance.objectNode();
    var id = file.identity().id();
    return inner(procedure, file)
        .filter(rule -> rule.to() != null && !rule.has(ActRule.Flag.ASSIGNS))
        .findFirst()
        .map(rule -> new Act(id, rule.id(), actor, null, why, nothing, Act.HOUSE));
  }
}
