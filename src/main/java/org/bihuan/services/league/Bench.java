package org.bihuan.services.league;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.services.league.Member.Position;
import org.bihuan.services.league.Plan.Judged;
import org.bihuan.services.league.Plan.Judged.Sound;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.Transfer.Starter;
import org.bihuan.services.league.Transfer.Times;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Tree;
import org.bihuan.services.league.rules.Dates;
import org.bihuan.services.league.rules.Rule;
import org.bihuan.services.league.rules.RuleTable;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the table when a wish is judged, and what both sides' rules ask of it.
 *
 * @param file the member's file, locked
 * @param hand who wishes
 */
record Bench(Surroundings around, MemberFile file, Hand hand) {

  /**
   * What the rules may know besides the member.
   *
   * @param fresh the id of a new transfer
   */
  record Surroundings(RuleTable table, Dates dates, Tree tree, Instant now, UUID fresh) {}

  /**
   * All that decides over a membership, locked.
   *
   * @param underWay the transfer under way; absent if none
   * @param held the transfer under which the school holds it; absent if none
   * @param cameBy the transfer that brought them where they belong; absent as registered
   * @param heldBefore true if a school ever held it
   */
  record MemberFile(
      Member member,
      @Nullable Transfer underWay,
      @Nullable Transfer held,
      @Nullable UUID cameBy,
      boolean heldBefore) {}

  Member member() {
    return file.member();
  }

  Judged sound(
      List<String> acts, @Nullable String note, Transfer transfer, @Nullable Position position) {
    boolean arrives = transfer.course().phase() == Phase.MOVED;
    var held = arrives ? file.held() : null;
    var released =
        held == null
            ? null
            : held.at(
                Phase.RELEASED,
                new Times(held.times().submittedAt(), held.times().reviewedAt(), now()));
    return new Sound(new Plan(acts, note, transfer, position, released));
  }

  /** The side a hand sends in from; null if none. */
  @Nullable Starter side(String to) {
    if (hand.is(member().id())) {
      return Starter.MEMBER;
    }
    if (hand.reach().contains(member().position().organisation())) {
      return Starter.OUT;
    }
    if (hand.reach().contains(to)) {
      return Starter.IN;
    }
    return hand.committee() ? Starter.COMMITTEE : null;
  }

  boolean started(Transfer transfer) {
    return switch (transfer.startedBy()) {
      case MEMBER -> hand.is(member().id());
      case OUT -> hand.speaksFor(transfer.route().out());
      case IN -> hand.speaksFor(transfer.route().goesTo());
      case COMMITTEE -> hand.committee();
    };
  }

  @Nullable LeagueRefusal unfit(String rule, String to, @Nullable String overridden) {
    var receiver = around.tree().find(to);
    var line = around.table().find(rule);
    if (line.isEmpty()) {
      return LeagueRefusal.UNKNOWN_RULE;
    }
    if (receiver.isEmpty()) {
      return LeagueRefusal.UNKNOWN_ORGANISATION;
    }
    if (to.equals(member().position().organisation())) {
      return LeagueRefusal.SAME_ORGANISATION;
    }
    if (overridden != null) {
      return overriding(overridden);
    }
    return switch (line.get().does()) {
      case MARK -> LeagueRefusal.NOT_A_TRANSFER;
      case HOLD ->
          file.heldBefore() ? LeagueRefusal.HELD_ALREADY : elsewhere(line.get(), receiver.get());
      case TRANSFER -> elsewhere(line.get(), receiver.get());
    };
  }

  @Nullable LeagueRefusal overriding(String reason) {
    if (hand.is(member().id())) {
      return LeagueRefusal.OVERRIDE_BY_BRANCH;
    }
    return reasoned(reason) ? null : LeagueRefusal.REASON_NEEDED;
  }

  @Nullable LeagueRefusal elsewhere(Rule rule, Organisation receiver) {
    boolean fits = Destinations.fits(rule, receiver, member(), around.tree());
    return fits ? null : LeagueRefusal.WRONG_KIND;
  }

  static boolean reasoned(String reason) {
    var plain = reason.strip();
    int length = plain.codePointCount(0, plain.length());
    return length >= 4 && length <= 500;
  }

  Dates.Year dates() {
    return around.dates().of(member().cohort());
  }

  boolean after(LocalDate day) {
    return ChinaTime.day(now()).isAfter(day);
  }

  Instant now() {
    return around.now();
  }
}
