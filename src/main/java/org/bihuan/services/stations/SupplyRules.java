package org.bihuan.services.stations;

import org.bihuan.services.stations.Movement.Kind;
import org.bihuan.services.stations.Supplies.Stock;
import org.jspecify.annotations.Nullable;

/** What may be moved; pure, over the balance as it is locked. */
final class SupplyRules {

  private static final int MOST = 10_000;
  private static final int LONGEST_REASON = 200;

  private SupplyRules() {}

  /**
   * What is wanted.
   *
   * @param kind received, issued or counted
   * @param amount how many came, went or were counted
   * @param why to whom and for what
   */
  record Wanted(Kind kind, @Nullable Integer amount, Movement.Why why) {}

  /**
   * A movement that may be stored.
   *
   * @param delta how the balance changes
   * @param balance what it is then
   * @param dips true if it falls to the low mark with this, and was above it before
   */
  record Step(int delta, int balance, boolean dips) {}

  static Outcome<Step> decide(Stock stock, Wanted wanted) {
    var amount = wanted.amount();
    int least = wanted.kind() == Kind.COUNTED ? 0 : 1;
    if (amount == null || amount < least || amount > MOST) {
      return Outcome.refused(
          "amount",
          "range",
          "数量应为" + least + "至10000的整数",
          "A whole number from " + least + " to 10000");
    }
    var reason = wanted.why().reason();
    boolean explained = StationRules.length(reason) <= LONGEST_REASON;
    if (!explained || StationRules.hasControls(reason)) {
      return Outcome.refused("reason", "too-long", "说明不超过200个字", "At most 200 characters");
    }
    if (wanted.kind() == Kind.COUNTED && reason.isBlank()) {
      return Outcome.refused("reason", "required", "盘点更正要写明原因", "Say why the count differs");
    }
    int delta =
        switch (wanted.kind()) {
          case RECEIVED -> amount;
          case ISSUED -> -amount;
          case COUNTED -> amount - stock.balance();
          case UNDONE -> throw new IllegalArgumentException("undone by undo()");
        };
    return step(stock, delta);
  }

  /** Takes a movement back by its opposite. */
  static Outcome<Step> undo(Stock stock, Movement movement, String reason) {
    if (movement.kind() == Kind.UNDONE || movement.delta() == 0) {
      return Outcome.refused("undoes", "nothing", "这一条不能撤销", "This one cannot be taken back");
    }
    if (reason.isBlank() || StationRules.length(reason) > LONGEST_REASON) {
      return Outcome.refused("reason", "required", "请写明撤销原因", "Say why it is taken back");
    }
    return step(stock, -movement.delta());
  }

  private static Outcome<Step> step(Stock stock, int delta) {
    int balance = stock.balance() + delta;
    if (balance < 0) {
      return Outcome.refused(
          "amount",
          "not-enough",
          "库存只有" + stock.balance() + "，不够",
          "There are only " + stock.balance());
    }
    boolean low = new Stock(stock.supply(), balance, stock.lowMark(), 0).low();
    return new Outcome.Done<>(new Step(delta, balance, delta < 0 && low && !stock.low()));
  }
}
