package org.bihuan.services.league;

import java.util.List;
import org.bihuan.services.league.Member.Position;
import org.bihuan.services.league.Member.Standing;
import org.bihuan.services.league.Plan.Judged;
import org.bihuan.services.league.Plan.Judged.Denied;
import org.bihuan.services.league.Transfer.Course;
import org.bihuan.services.league.Transfer.Late;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.Transfer.Route;
import org.bihuan.services.league.Transfer.Times;
import org.bihuan.services.league.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver and the committee may do with a transfer: return, agree, give a branch, order.
 */
final class ReviewRules {

  private final Bench bench;

  ReviewRules(Bench bench) {
    this.bench = bench;
  }

  Judged giveBack(String reason) {
    var transfer = bench.file().underWay();
    var denied = notAtReceiver(transfer);
    if (denied != null || transfer == null) {
      return new Denied(denied == null ? LeagueRefusal.NOT_SUBMITTED : denied);
    }
    if (transfer.course().ordered()) {
      return new Denied(LeagueRefusal.MUST_TAKE);
    }
    if (!Bench.reasoned(reason)) {
      return new Denied(LeagueRefusal.REASON_NEEDED);
    }
    var course = new Course(Phase.RETURNED, transfer.course().returns() + 1, false, reason);
    return bench.sound(
        List.of("return"), reason, reviewed(transfer).with(course, looked(transfer)), null);
  }

  Judged agree(@Nullable String branch) {
    var transfer = bench.file().underWay();
    var denied = notAtReceiver(transfer);
    if (denied != null || transfer == null) {
      return new Denied(denied == null ? LeagueRefusal.NOT_SUBMITTED : denied);
    }
    var seen = reviewed(transfer);
    if (rule(transfer.rule()).does() == Rule.Does.HOLD && transfer.overridden() == null) {
      return keep(seen);
    }
    var receiver = bench.around().tree().find(transfer.route().goesTo()).orElseThrow();
    if (receiver.branch()) {
      return moved(seen, null, List.of("agree"));
    }
    return branch == null
        ? bench.sound(
            List.of("agree-to-assign"), null, seen.at(Phase.ASSIGNING, looked(seen)), null)
        : given(seen, branch, List.of("agree-to-assign", "assign"));
  }

  private Judged keep(Transfer seen) {
    var held = seen.at(Phase.HOLDING, looked(seen));
    var there = new Position(0, seen.route().goesTo(), Standing.HOLDING, seen.id(), bench.now());
    return bench.sound(List.of("keep"), null, held, there);
  }

  Judged assign(String branch) {
    var transfer = bench.file().underWay();
    if (transfer == null || transfer.course().phase() != Phase.ASSIGNING) {
      return new Denied(LeagueRefusal.NOT_ASSIGNING);
    }
    return bench.hand().speaksFor(transfer.route().goesTo())
        ? given(transfer, branch, List.of("assign"))
        : new Denied(LeagueRefusal.NOT_YOURS);
  }

  private Judged given(Transfer transfer, String branch, List<String> acts) {
    boolean fits =
        bench.around().tree().branches(transfer.route().goesTo()).stream()
            .anyMatch(one -> one.code().equals(branch));
    return fits ? moved(transfer, branch, acts) : new Denied(LeagueRefusal.NO_BRANCH);
  }

  private Judged moved(Transfer transfer, @Nullable String branch, List<String> acts) {
    var route = transfer.route();
    var end = branch == null ? route.goesTo() : branch;
    var times = looked(transfer);
    var arrived =
        transfer
            .going(
                new Route(route.out(), route.goesTo(), branch),
                transfer.rule(),
                transfer.overridden())
            .at(Phase.MOVED, new Times(times.submittedAt(), times.reviewedAt(), bench.now()))
            .flagged(Late.MOVE, bench.after(bench.dates().moved()));
    return bench.sound(
        acts, null, arrived, new Position(0, end, Standing.SETTLED, transfer.id(), bench.now()));
  }

  Judged order(MemberWish.Order wish) {
    if (!bench.hand().committee()) {
      return new Denied(LeagueRefusal.COMMITTEE_ONLY);
    }
    var transfer = bench.file().underWay();
    if (transfer == null || transfer.course().phase() != Phase.RETURNED) {
      return new Denied(LeagueRefusal.NOT_RETURNED);
    }
    if (transfer.course().returns() < bench.around().dates().refusals().returns()) {
      return new Denied(LeagueRefusal.NOT_ORDERED_YET);
    }
    if (bench.around().tree().find(wish.to()).isEmpty()) {
      return new Denied(LeagueRefusal.UNKNOWN_ORGANISATION);
    }
    if (!Bench.reasoned(wish.reason())) {
      return new Denied(LeagueRefusal.REASON_NEEDED);
    }
    var route = new Route(transfer.route().out(), wish.to(), null);
    var course = new Course(Phase.SUBMITTED, transfer.course().returns(), true, wish.reason());
    var ordered =
        transfer
            .going(route, transfer.rule(), wish.reason())
            .with(course, new Times(bench.now(), null, null));
    return bench.sound(List.of("order"), wish.reason(), ordered, null);
  }

  private @Nullable LeagueRefusal notAtReceiver(@Nullable Transfer transfer) {
    if (transfer == null || transfer.course().phase() != Phase.SUBMITTED) {
      return LeagueRefusal.NOT_SUBMITTED;
    }
    return bench.hand().speaksFor(transfer.route().goesTo()) ? null : LeagueRefusal.NOT_YOURS;
  }

  private Transfer reviewed(Transfer transfer) {
    return transfer.flagged(Late.REVIEW, bench.after(bench.dates().reviewed()));
  }

  private Times looked(Transfer transfer) {
    var times = transfer.times();
    var at = times.reviewedAt() == null ? bench.now() : times.reviewedAt();
    return new Times(times.submittedAt(), at, null);
  }

  private Rule rule(String id) {
    return bench.around().table().find(id).orElseThrow();
  }
}
