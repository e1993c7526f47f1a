package org.bihuan.services.stations;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Movement.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is in stock. A balance only moves by a movement that is written down with it; two at the
 * same moment wait for each other, so that nothing is given away twice. A supply that falls to its
 * low mark opens a matter in the same transaction.
 */
@Component
public class Supplies {

  private static final int SHOWN = 50;
  private static final int EXPORTED = 10_000;

  private final SupplySql sql;
  private final MovementSql movements;
  private final Stations stations;
  private final Troubles troubles;
  private final StationCatalogue catalogue;
  private final Clock clock;

  Supplies(
      SupplySql sql,
      MovementSql movements,
      Stations stations,
      Troubles troubles,
      StationCatalogue catalogue,
      Clock clock) {
    this.sql = sql;
    this.movements = movements;
    this.stations = stations;
    this.troubles = troubles;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * How much of a supply is at a station.
   *
   * @param supply code of the catalogue
   * @param balance how many there are now, never below zero
   * @param lowMark from what number on it counts as low; 0 never does
   * @param position place of its latest movement; 0 if there was none
   */
  public record Stock(String supply, int balance, int lowMark, long position) {

    /** True if it has to be filled up. */
    public boolean low() {
      return lowMark > 0 && balance <= lowMark;
    }
  }

  /**
   * Moves what a form says: {@code supply}, {@code kind}, {@code amount}, {@code people}, {@code
   * reason}. A form drawn before somebody else moved the same supply is refused, so that sending it
   * twice moves nothing twice.
   */
  @Transactional
  public Outcome<Movement> move(Station station, Typed typed, Actor actor) {
    var kind = Kind.find(typed.value("kind")).filter(k -> k != Kind.UNDONE);
    var stock = sql.lock(station.id(), typed.value("supply"));
    if (kind.isEmpty() || stock.isEmpty()) {
      return kind.isEmpty()
          ? Outcome.refused("kind", "required", "请选择入库、发放或盘点", "Choose what happened")
          : unknown();
    }
    if (!typed.value("position").equals(Long.toString(stock.get().position()))) {
      return Outcome.refused(
          "main",
          "changed-meanwhile",
          "这项物资刚有新的记录，请核对后再提交",
          "This supply was moved meanwhile; look again before you send it");
    }
    var people = typed.value("people");
    var known =
        StationCatalogue.find(catalogue.groups(), people)
            .map(StationCatalogue.Entry::code)
            .orElse(null);
    var reason = StationRules.words(typed.value("reason"));
    var why = new Movement.Why(kind.get() == Kind.ISSUED ? known : null, reason, null, null);
    return move(
        station,
        stock.get(),
        new SupplyRules.Wanted(kind.get(), number(typed.value("amount")), why),
        actor);
  }

  /** Gives something away on a visit, from the stock of the station. */
  @Transactional
  public Outcome<Movement> give(Station station, String supply, Gift gift, Actor actor) {
    var stock = sql.lock(station.id(), supply);
    var why = new Movement.Why(null, "", null, gift.visit());
    return stock.isEmpty()
        ? unknown()
        : move(
            station, stock.get(), new SupplyRules.Wanted(Kind.ISSUED, gift.quantity(), why), actor);
  }

  /** So many, given on a visit. */
  public record Gift(UUID visit, int quantity) {}

  private Outcome<Movement> move(
      Station station, Stock stock, SupplyRules.Wanted wanted, Actor actor) {
    return switch (SupplyRules.decide(stock, wanted)) {
      case Outcome.Refused<SupplyRules.Step>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<SupplyRules.Step>(var step) ->
          store(station, stock, wanted.kind(), new Reasoned(step, wanted.why(), actor));
    };
  }

  private record Reasoned(SupplyRules.Step step, Movement.Why why, Actor actor) {}

  private Outcome<Movement> store(Station station, Stock stock, Kind kind, Reasoned reasoned) {
    var step = reasoned.step();
    var movement =
        new Movement(
            stock.supply(),
            stock.position() + 1,
            kind,
            step.delta(),
            step.balance(),
            reasoned.why(),
            new Movement.By(reasoned.actor().id(), clock.instant()));
    sql.move(station.id(), movement);
    if (step.dips()) {
      troubles.low(station, stock.supply(), step.balance(), reasoned.actor());
    }
    return new Outcome.Done<>(movement);
  }

  /** Takes a movement back by its opposite, once; the reason is kept with it. */
  @Transactional
  public Outcome<Movement> undo(Station station, Typed typed, Actor actor) {
    var stock = sql.lock(station.id(), typed.value("supply"));
    var position = number(typed.value("position"));
    var movement =
        position == null
            ? Optional.<Movement>empty()
            : movements.find(station.id(), typed.value("supply"), position);
    if (stock.isEmpty() || movement.isEmpty()) {
      return unknown();
    }
    var found = movement.get();
    if (movements.undone(station.id(), found.supply(), found.position())) {
      return Outcome.refused("undoes", "done", "这一条已经撤销过了", "This one was taken back before");
    }
    var reason = StationRules.words(typed.value("reason"));
    return switch (SupplyRules.undo(stock.get(), found, reason)) {
      case Outcome.Refused<SupplyRules.Step>(var errors) -> new Outcome.Refused<>(errors);
      case Outcome.Done<SupplyRules.Step>(var step) -> {
        var why = new Movement.Why(null, reason, found.position(), found.why().visit());
        yield store(station, stock.get(), Kind.UNDONE, new Reasoned(step, why, actor));
      }
    };
  }

  /** Keeps a supply at a station, or changes the number from which on it counts as low. */
  @Transactional
  public Outcome<Stock> keep(Station station, Typed typed, Actor actor) {
    var supply = StationCatalogue.find(catalogue.supplies(), typed.value("supply"));
    var low = number(typed.value("low"));
    if (supply.isEmpty()) {
      return Outcome.refused("supply", "required", "请选择物资", "Choose a supply");
    }
    if (low == null || low < 0 || low > 10_000) {
      return Outcome.refused(
          "low",
          "range",
          "补货线应为0至10000的整数，0表示不提醒",
          "A whole number from 0 to 10000; 0 never counts as low");
    }
    sql.keep(station.id(), supply.get().code(), low);
    stations.log(station.id(), actor, "low-mark", supply.get().code() + " " + low);
    return new Outcome.Done<>(sql.lock(station.id(), supply.get().code()).orElseThrow());
  }

  /** What a station keeps, in the order of the catalogue. */
  @Transactional(readOnly = true)
  public List<Stock> of(Station station) {
    var order = catalogue.supplies().stream().map(StationCatalogue.Entry::code).toList();
    return sql.of(station.id()).stream()
        .sorted(Comparator.comparingInt(stock -> order.indexOf(stock.supply())))
        .toList();
  }

  /** What has to be filled up, by station. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Stock>> low() {
    return sql.low();
  }

  /** The latest movements of a station. */
  @Transactional(readOnly = true)
  public List<Movement> latest(Station station) {
    return movements.latest(station.id(), SHOWN);
  }

  /** As many movements as a file holds, the latest first. */
  @Transactional(readOnly = true)
  public List<Movement> forFile(Station station) {
    return movements.latest(station.id(), EXPORTED);
  }

  private static <T> Outcome<T> unknown() {
    return Outcome.refused(
        "supply", "unknown", "这个驿站没有这项物资", "The station does not keep this supply");
  }

  private static @Nullable Integer number(String typed) {
    var text = typed.strip();
    return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }
}
