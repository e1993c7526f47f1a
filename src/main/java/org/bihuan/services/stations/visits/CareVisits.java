package org.bihuan.services.stations.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.services.stations.Movement;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.StationCatalogue;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.Supplies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Care visits. A visit is kept as it was; what is given from a station's stock leaves the stock
 * with it, and what is heard becomes a matter at once, so that nothing said on a visit is lost.
 */
@Component
public class CareVisits {

  private final CareVisitSql sql;
  private final Around around;
  private final Supplies supplies;
  private final Hearing hearing;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CareVisits(
      CareVisitSql sql,
      Around around,
      Supplies supplies,
      Hearing hearing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sql = sql;
    this.around = around;
    this.supplies = supplies;
    this.hearing = hearing;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What visits are named by. */
  @Component
  record Around(Stations stations, Places places, Units units, StationCatalogue catalogue) {

    CareVisitRules.Known known(Typed typed, LocalDate today) {
      return new CareVisitRules.Known(
          stations.find(typed.value("station")).orElse(null),
          area -> area.length() > 6 && places.find(area).isPresent(),
          unit -> units.codes().contains(unit),
          catalogue,
          today);
    }
  }

  /**
   * Keeps a visit. The same form sent again gives the visit that is there.
   *
   * @param typed {@code request}, {@code day}, {@code station} or {@code site} and {@code area},
   *     {@code unit.1} to {@code unit.4}, {@code others}, {@code people}, {@code met}, {@code
   *     groups}, {@code topics}, {@code note}, {@code gift.<supply>}, {@code from} (stock or
   *     brought)
   */
  public Outcome<CareVisit> keep(Typed typed, Actor actor) {
    var known = around.known(typed, ChinaTime.day(clock.instant()));
    return switch (CareVisitRules.draft(typed, known)) {
      case Outcome.Refused<CareVisitRules.Draft>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<CareVisitRules.Draft>(var draft) -> keep(draft, actor);
    };
  }

  /** The visit and all its gifts, or nothing. */
  private Outcome<CareVisit> keep(CareVisitRules.Draft draft, Actor actor) {
    var kept =
        transaction.execute(
            status -> {
              var id = Uuid7.next(clock);
              if (!sql.add(id, draft, new CareVisit.By(actor.id(), clock.instant()))) {
                return new Outcome.Done<>(sql.requested(draft.request()).orElseThrow());
              }
              var errors = give(id, draft, actor);
              if (!errors.isEmpty()) {
                status.setRollbackOnly();
                return new Outcome.Refused<CareVisit>(errors);
              }
              return new Outcome.Done<>(sql.find(id).orElseThrow());
            });
    if (kept == null) {
      throw new IllegalStateException("a transaction gave no outcome");
    }
    return kept;
  }

  private List<FieldError> give(UUID visit, CareVisitRules.Draft draft, Actor actor) {
    for (var gift : draft.gifts().entrySet()) {
      Long position = null;
      var station = draft.site().station();
      if (draft.fromStock() && station != null) {
        var given = new Supplies.Gift(visit, gift.getValue());
        var at = around.stations().find(station).orElseThrow();
        switch (supplies.give(at, gift.getKey(), given, actor)) {
          case Outcome.Refused<Movement>(var errors) -> {
            return errors.stream()
                .map(e -> new FieldError("gift." + gift.getKey(), e.code(), e.message()))
                .toList();
          }
          case Outcome.Done<Movement>(var movement) -> position = movement.position();
        }
      }
      sql.give(visit, new CareVisit.Gift(gift.getKey(), gift.getValue(), position));
    }
    return List.of();
  }

  /** What became of an appeal that was heard. */
  public sealed interface Heard {

    /** It is a matter; its code is the person's. */
    record Opened(String code) implements Heard {}

    /** Something is wrong with it; nothing was stored. */
    record Wrong(List<FieldError> errors) implements Heard {

      public Wrong {
        errors = List.copyOf(errors);
      }
    }
  }

  /**
   * Makes a matter of what was heard, linked to the visit, in one transaction. The same form sent
   * again gives the same matter. Whoever writes it down takes it in, as a clerk does at the window.
   *
   * @param typed {@code key}, {@code item}, {@code title}, {@code description}, {@code name},
   *     {@code phone}
   */
  public Heard hear(CareVisit visit, Typed typed, Actor actor) {
    return hearing.hear(visit, typed, actor);
  }

  @Transactional(readOnly = true)
  public Optional<CareVisit> find(UUID id) {
    return sql.find(id);
  }

  /** The latest first; those before another if one is given. */
  @Transactional(readOnly = true)
  public List<CareVisit> list(@Nullable CareVisit before, int limit) {
    return before == null
        ? sql.page(null, null, limit)
        : sql.page(before.day(), before.id(), limit);
  }
}
