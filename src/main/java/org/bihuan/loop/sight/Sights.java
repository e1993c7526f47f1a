package org.bihuan.loop.sight;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.foundation.policy.Relation;
import org.bihuan.foundation.policy.Sight;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.ActRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody sees of a matter: how they stand to it, looked up in the one table. Routes ask by
 * their name in the table, so that what is printed is what is checked.
 */
@Component
public class Sights {

  private final Policy policy;
  private final Cases cases;
  private final Units units;
  private final Staff staff;

  Sights(Policy policy, Cases cases, Units units, Staff staff) {
    this.staff = staff;
    this.policy = policy;
    this.cases = cases;
    this.units = units;
  }

  /** The matter of a number, unless there is none or the route does not show it to the actor. */
  public Optional<CaseView> find(String route, String number, Actor actor) {
    return CaseNumber.parse(number).flatMap(cases::find).filter(f -> shows(route, actor, f));
  }

  /** Those of some matters that a route shows to the actor, in the order they were named. */
  public List<CaseView> shown(String route, Collection<CaseId> ids, Actor actor) {
    var found = cases.find(ids);
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .filter(file -> shows(route, actor, file))
        .toList();
  }

  /** True if a route shows this matter to the actor, masked or not. */
  public boolean shows(String route, Actor actor, CaseView file) {
    return of(route, actor, file).compareTo(Sight.MASK) >= 0;
  }

  /** True if a route shows the actor every matter, however they stand to it. */
  public boolean everywhere(String route, Actor actor) {
    return policy.of(route).sight(actor, Relation.OTHER).compareTo(Sight.MASK) >= 0;
  }

  /**
   * What a route shows of a matter to the actor: the most that one of their parts gets by one of
   * its relations to the matter.
   */
  public Sight of(String route, Actor actor, CaseView file) {
    if (!file.keptFrom().isEmpty() && keptFrom(actor).contains(file.keptFrom())) {
      return Sight.HIDE;
    }
    var rule = policy.of(route);
    var best = rule.sight(actor, Relation.OTHER);
    for (var role : actor.roles()) {
      for (var relation : Relation.values()) {
        var sight = rule.sight(role.code(), relation);
        if (sight.compareTo(best) > 0 && stands(relation, role, actor, file)) {
          best = sight;
        }
      }
    }
    return best;
  }

  /**
   * The units whose reported matters somebody must not learn of: their own and all above it. A
   * deputy learns nothing that either seat must not.
   */
  public List<String> keptFrom(Actor actor) {
    var lines = new LinkedHashSet<>(units.line(actor.unit()));
    if (actor.standsFor() != null) {
      staff.find(actor.id()).ifPresent(own -> lines.addAll(units.line(own.unit())));
    }
    return List.copyOf(lines);
  }

  /** True if somebody may learn who raised a matter, masked. Nobody can of an anonymous one. */
  public boolean names(Actor actor, CaseView file) {
    if (file.anonymous()) {
      return false;
    }
    boolean works = ofUnit(actor, file) && (actor.is(Role.HANDLER) || actor.is(Role.APPROVER));
    return !file.confidential() || (!works && (serves(actor) || opened(actor, file)));
  }

  /** True for parts that must be able to reach whoever raised a confidential matter. */
  public static boolean serves(Actor actor) {
    return actor.is(Role.DISPATCHER) || actor.is(Role.CALLER) || actor.is(Role.LEADER);
  }

  /** Only asked for what would show more, so that history is seldom read. */
  private boolean stands(Relation relation, Role role, Actor actor, CaseView file) {
    return switch (relation) {
      case OWN_MATTER -> false; // shown by code and phone, which no member of the staff has
      case OPENED -> opened(actor, file);
      case THEIR_TURN -> file.owner() == role && (!inUnit(role) || ofUnit(actor, file));
      case OWN_UNIT -> ofUnit(actor, file);
      case FORMER_UNIT -> ownedBefore(actor, file);
      case FAMILY -> ofFamily(actor, file);
      case OWN_AREA -> inArea(actor, file);
      case OTHER -> true;
    };
  }

  private static boolean opened(Actor actor, CaseView file) {
    return hasOpened(actor.id(), file) || hasOpened(actor.standsFor(), file);
  }

  private static boolean hasOpened(@Nullable UUID who, CaseView file) {
    var hand = who == null ? null : file.hands().get(who);
    return hand != null && hand.contains(ActRule.OPEN);
  }

  private static boolean ofUnit(Actor actor, CaseView file) {
    return file.unit().equals(actor.unit());
  }

  /** Who asked for help sees how it goes, and who helps sees what for. */
  private boolean ofFamily(Actor actor, CaseView file) {
    var parent = file.subject().parent();
    return asked(actor, file)
        || (parent != null
            && cases.find(new CaseId(parent)).filter(above -> ofUnit(actor, above)).isPresent())
        || cases.children(file.identity().id()).stream().anyMatch(below -> ofUnit(actor, below));
  }

  /** A unit that a fact names, and that has acts of its own in the matter. */
  private boolean asked(Actor actor, CaseView file) {
    return cases.procedure(file).acts().values().stream()
        .map(ActRule::by)
        .filter(Objects::nonNull)
        .anyMatch(fact -> file.facts().path(fact).asString("").equals(actor.unit()));
  }

  /** True for parts that work what their unit owns; the others serve the whole district. */
  private static boolean inUnit(Role role) {
    return switch (role) {
      case HANDLER, APPROVER -> true;
      case APPLICANT, CLERK, DISPATCHER, CALLER, GRID_WORKER, LEADER, ADMIN, INTEGRATOR, SYSTEM ->
          false;
    };
  }

  private boolean ownedBefore(Actor actor, CaseView file) {
    var unit = actor.unit();
    return unit != null
        && cases.entries(file.identity().id()).stream()
            .map(row -> row.entry().content().data())
            .anyMatch(
                data ->
                    data != null
                        && (unit.equals(data.path("unit").asString(""))
                            || unit.equals(data.path("opened").path("unit").asString(""))));
  }

  private boolean inArea(Actor actor, CaseView file) {
    var unit = actor.unit();
    return unit != null
        && units.find(unit).filter(u -> file.subject().area().startsWith(u.area())).isPresent();
  }
}
