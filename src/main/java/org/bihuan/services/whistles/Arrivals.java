package org.bihuan.services.whistles;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proves that a department came: by a code the street shows on the spot, or by where its phone is.
 * What a person did is never kept as a position: only how far from the place they were.
 */
@Component
public class Arrivals {

  private static final String ARRIVE = "arrive";
  private static final String PROOF = "proof";

  private final Cases cases;
  private final ArrivalSql sql;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final ArrivalRules limits = ArrivalRules.SHIPPED;

  Arrivals(Cases cases, ArrivalSql sql, Clock clock) {
    this.cases = cases;
    this.sql = sql;
    this.clock = clock;
  }

  /** True if an arrival is still to come. */
  public boolean awaited(CaseView call) {
    return call.identity().procedure().equals(Whistles.CALL)
        && Optional.ofNullable(cases.procedure(call).acts().get(ARRIVE))
            .filter(rule -> rule.from().contains(call.state()))
            .isPresent();
  }

  /** True for the people of the street that called. */
  public boolean ofStreet(CaseView call, Actor actor) {
    return actor.is(Role.HANDLER) && call.facts().path("street").asString("").equals(actor.unit());
  }

  /**
   * A new code for one department's arrival; the one before is good no longer. Empty if the actor
   * is not of the street, or nobody is awaited any more.
   */
  @Transactional
  public Optional<String> show(CaseView call, Actor actor) {
    if (!ofStreet(call, actor) || !awaited(call)) {
      return Optional.empty();
    }
    var code = ArrivalCode.random(random);
    var id = call.identity().id().value();
    var until = clock.instant().plus(Duration.ofMinutes(limits.codeMinutes()));
    sql.show(id, code.digest(id), until);
    return Optional.of(code.value());
  }

  /** Arrives by the code that was typed. A mistyped one costs no try, a wrong one does. */
  @Transactional
  public Blown byCode(CaseView call, String typed, Actor actor) {
    var code = ArrivalCode.parse(typed);
    if (code.isEmpty()) {
      return Blown.refused(WhistleRefusal.CODE_MISTYPED);
    }
    if (!awaited(call) || !ofDepartment(call, actor)) {
      return Blown.refused(WhistleRefusal.NOT_NOW);
    }
    var id = call.identity().id().value();
    var kept = sql.attempt(id, limits.codeTries(), clock.instant());
    if (kept.isEmpty()) {
      return Blown.refused(WhistleRefusal.CODE_USELESS);
    }
    if (!MessageDigest.isEqual(kept.get(), code.get().digest(id))) {
      return Blown.refused(WhistleRefusal.CODE_WRONG);
    }
    sql.use(id, clock.instant());
    return arrived(call, Whistles.nothing().put(PROOF, "code"), actor);
  }

  /** Arrives by where the phone is, if the place is known and near. */
  @Transactional
  public Blown byPlace(CaseView call, String position, Actor actor) {
    var place = Spot.parse(call.facts().path("position").asString(""));
    var here = Spot.parse(position);
    if (place.isEmpty() || here.isEmpty()) {
      return Blown.refused(WhistleRefusal.PLACE_UNKNOWN);
    }
    int metres = place.get().metresTo(here.get());
    return metres > limits.radiusMetres()
        ? Blown.refused(WhistleRefusal.TOO_FAR)
        : arrived(call, Whistles.nothing().put(PROOF, "place").put("metres", metres), actor);
  }

  private static boolean ofDepartment(CaseView call, Actor actor) {
    return actor.is(Role.HANDLER) && call.unit().equals(actor.unit());
  }

  private Blown arrived(CaseView call, ObjectNode facts, Actor actor) {
    var act = new Act(call.identity().id(), ARRIVE, actor, null, null, facts, Act.HOUSE);
    return switch (cases.perform(List.of(act)).getFirst()) {
      case Decision.Accepted(var file) -> new Blown.Done(file);
      case Decision.Refused _ -> {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        yield Blown.refused(WhistleRefusal.NOT_NOW);
      }
    };
  }

  /** The acts an actor can do to a call now, for links. */
  public List<ActRule> acts(CaseView call, Actor actor) {
    return cases.acts(call.identity().id(), actor);
  }
}
