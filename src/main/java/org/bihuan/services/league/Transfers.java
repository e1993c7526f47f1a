package org.bihuan.services.league;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.services.league.Plan.Judged;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way a membership moves. The door is set-based: a class, a school or one member are the
 * same call. Act, transfer and membership are stored in one transaction, so at no moment is a
 * member nowhere or in two places.
 */
@Component
public class Transfers {

  private final TransferSql sql;
  private final Carrying carrying;
  private final Organisations organisations;
  private final Rulebook rulebook;
  private final Clock clock;

  Transfers(
      TransferSql sql,
      Carrying carrying,
      Organisations organisations,
      Rulebook rulebook,
      Clock clock) {
    this.sql = sql;
    this.carrying = carrying;
    this.organisations = organisations;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /**
   * Does what may be done and refuses the rest by name; a refusal never harms its neighbours.
   *
   * @return one verdict for each wish, in order
   */
  @Transactional
  public List<Verdict> perform(List<MemberWish> wishes, Hand hand) {
    var files = sql.lock(wishes.stream().map(MemberWish::member).distinct().toList());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var seen = new HashSet<UUID>();
    var tasks = new ArrayList<Carrying.Task>();
    for (var wish : wishes) {
      var file = files.get(wish.member());
      var judged =
          seen.add(wish.member())
              ? judge(wish, file, hand, now)
              : new Judged.Denied(LeagueRefusal.TWICE);
      tasks.add(new Carrying.Task(wish, file, judged));
    }
    return carrying.carry(tasks, hand);
  }

  private Judged judge(MemberWish wish, Bench.@Nullable MemberFile file, Hand hand, Instant now) {
    if (file == null) {
      return new Judged.Denied(LeagueRefusal.UNKNOWN_MEMBER);
    }
    var around =
        new Bench.Surroundings(
            rulebook.table(), rulebook.dates(), organisations.tree(), now, Uuid7.next(clock));
    return TransferRules.decide(new Bench(around, file, hand), wish);
  }

  /** The transfer with this id. */
  @Transactional(readOnly = true)
  public Optional<Transfer> find(UUID id) {
    return Optional.ofNullable(sql.find(id));
  }
}
