package org.bihuan.services.league;

import java.util.List;
import java.util.Set;
import org.bihuan.services.league.Member.Position;
import org.bihuan.services.league.Member.Standing;
import org.bihuan.services.league.Plan.Judged;
import org.bihuan.services.league.Plan.Judged.Denied;
import org.bihuan.services.league.Plan.Judged.Sound;
import org.bihuan.services.league.Transfer.Course;
import org.bihuan.services.league.Transfer.Late;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.Transfer.Route;
import org.bihuan.services.league.Transfer.Times;
import org.bihuan.services.league.organisations.Organisation;

/**
 * The life of a transfer: one pure function from a member's file and a wish to what will be stored,
 * or to a refusal. It knows no database and no clock.
 */
final class TransferRules {

  private final Bench bench;

  private TransferRules(Bench bench) {
    this.bench = bench;
  }

  static Judged decide(Bench bench, MemberWish wish) {
    var starter = new TransferRules(bench);
    var receiver = new ReviewRules(bench);
    return switch (wish) {
      case MemberWish.Submit submit -> starter.submit(submit);
      case MemberWish.Withdraw _ -> starter.withdraw();
      case MemberWish.Resubmit again -> starter.resubmit(again);
      case MemberWish.Mark _ -> starter.mark();
      case MemberWish.Return back -> receiver.giveBack(back.reason());
      case MemberWish.Agree agree -> receiver.agree(agree.branch());
      case MemberWish.Assign assign -> receiver.assign(assign.branch());
      case MemberWish.Order order -> receiver.order(order);
    };
  }

  private Judged submit(MemberWish.Submit wish) {
    var side = bench.side(wish.to());
    if (side == null) {
      return new Denied(LeagueRefusal.NOT_YOURS);
    }
    if (bench.file().underWay() != null) {
      return new Denied(LeagueRefusal.UNDER_WAY);
    }
    var unfit = bench.unfit(wish.rule(), wish.to(), wish.overridden());
    if (unfit != null) {
      return new Denied(unfit);
    }
    var transfer =
        new Transfer(
                bench.around().fresh(),
                "",
                "",
                bench.member().id(),
                new Route(bench.member().position().organisation(), wish.to(), null),
                wish.rule(),
                side,
                wish.overridden(),
                new Course(Phase.SUBMITTED, 0, false, null),
                new Times(bench.around().now(), null, null),
                Set.of())
            .flagged(Late.SUBMISSION, bench.after(bench.dates().submitted()));
    var here =
        new Position(0, transfer.route().out(), Standing.UNDER_WAY, transfer.id(), bench.now());
    return bench.sound(List.of("open"), null, transfer, here);
  }

  private Judged withdraw() {
    var transfer = bench.file().underWay();
    if (transfer == null) {
      return new Denied(LeagueRefusal.NOTHING_UNDER_WAY);
    }
    if (!bench.started(transfer)) {
      return new Denied(LeagueRefusal.NOT_THE_STARTER);
    }
    if (transfer.course().phase() == Phase.ASSIGNING) {
      return new Denied(LeagueRefusal.REVIEWED);
    }
    var times = transfer.times();
    var ended = new Times(times.submittedAt(), times.reviewedAt(), bench.now());
    return bench.sound(
        List.of("withdraw"), null, transfer.at(Phase.WITHDRAWN, ended), back(transfer));
  }

  /** Where a member is again when nothing comes of a transfer. */
  private Position back(Transfer transfer) {
    var held = bench.file().held();
    return held == null
        ? new Position(
            0, transfer.route().out(), Standing.SETTLED, bench.file().cameBy(), bench.now())
        : new Position(0, transfer.route().out(), Standing.HOLDING, held.id(), bench.now());
  }

  private Judged resubmit(MemberWish.Resubmit wish) {
    var transfer = bench.file().underWay();
    if (transfer == null || transfer.course().phase() != Phase.RETURNED) {
      return new Denied(LeagueRefusal.NOT_RETURNED);
    }
    if (!bench.started(transfer)) {
      return new Denied(LeagueRefusal.NOT_THE_STARTER);
    }
    var unfit = bench.unfit(wish.rule(), wish.to(), wish.overridden());
    if (unfit != null) {
      return new Denied(unfit);
    }
    var going =
        transfer
            .going(
                new Route(transfer.route().out(), wish.to(), null), wish.rule(), wish.overridden())
            .at(Phase.SUBMITTED, new Times(bench.now(), null, null))
            .flagged(Late.SUBMISSION, bench.after(bench.dates().submitted()));
    return bench.sound(List.of("resubmit"), null, going, null);
  }

  private Judged mark() {
    if (!bench.hand().speaksFor(bench.member().position().organisation())) {
      return new Denied(LeagueRefusal.NOT_YOURS);
    }
    if (bench.file().underWay() != null || bench.file().held() != null) {
      return new Denied(LeagueRefusal.UNDER_WAY);
    }
    var branch = bench.around().tree().ofSchool(bench.member().home(), Organisation.Kind.DELAYED);
    if (branch.isEmpty()) {
      return new Denied(LeagueRefusal.UNKNOWN_ORGANISATION);
    }
    var code = branch.get().code();
    if (bench.member().position().organisation().equals(code)) {
      return new Denied(LeagueRefusal.SAME_ORGANISATION);
    }
    var there = new Position(0, code, Standing.SETTLED, bench.file().cameBy(), bench.now());
    return new Sound(new Plan(List.of(), null, null, there, null));
  }
}
