package org.bihuan.loop.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.routing.HandOver.Outcome;
import org.bihuan.loop.routing.HandOver.Refusal;
import org.bihuan.loop.routing.HandOver.Stage;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom. No matter changes hands: for some days a deputy may sit in the seat of
 * the one who is away and then has their unit and parts, under the deputy's own id; every entry
 * names both. Ended, it leaves nothing to undo.
 */
@Component
public class HandOvers {

  private static final int SHOWN = 200;

  private final HandOverSql sql;
  private final Staff staff;
  private final Clock clock;
  private final int longest;

  HandOvers(HandOverSql sql, Staff staff, Clock clock, Settings settings) {
    this.sql = sql;
    this.staff = staff;
    this.clock = clock;
    this.longest = settings.days();
  }

  /**
   * How long somebody may be stood in for.
   *
   * @param days the most days of one hand-over; the rule is ours
   */
  @ConfigurationProperties("bihuan.hand-over")
  record Settings(@DefaultValue("92") int days) {}

  /** Writes a hand-over down. */
  @Transactional
  public Outcome add(HandOver.Wanted wanted, Actor actor) {
    var absent = staff.find(wanted.absent()).orElse(null);
    var deputy = staff.find(wanted.deputy()).orElse(null);
    var people = new HandOverRules.People(absent, deputy);
    var refusal = HandOverRules.refusal(wanted, people, actor, today(), longest);
    var from = wanted.from();
    var to = wanted.to();
    if (refusal.isPresent() || absent == null || deputy == null || from == null || to == null) {
      return new Outcome.Refused(refusal.orElse(Refusal.UNKNOWN));
    }
    if (sql.away(deputy.id(), from, to)) {
      return new Outcome.Refused(Refusal.DEPUTY_AWAY);
    }
    var id = Uuid7.next(clock);
    var made =
        new HandOver(id, absent.id(), deputy.id(), from, to, wanted.reason(), actor.id(), null);
    sql.add(made, clock.instant());
    return new Outcome.Done(made);
  }

  /** Ends a hand-over early: either of the two, or an administrator. */
  @Transactional
  public Outcome end(UUID id, Actor actor) {
    var found = sql.find(id).filter(one -> concerns(one, actor));
    boolean ended = found.isPresent() && sql.end(id, actor.id(), clock.instant(), today());
    return ended ? new Outcome.Done(found.get()) : new Outcome.Refused(Refusal.UNKNOWN);
  }

  private static boolean concerns(HandOver one, Actor actor) {
    return actor.is(Role.ADMIN)
        || one.absent().equals(actor.id())
        || one.deputy().equals(actor.id());
  }

  /** What concerns a reader, the latest first; an administrator sees all. */
  @Transactional(readOnly = true)
  public List<HandOver> of(Actor reader) {
    return reader.is(Role.ADMIN) ? sql.all(SHOWN) : sql.of(reader.id(), SHOWN);
  }

  /** Who is away today, and who stands in; of several hand-overs the latest. */
  @Transactional(readOnly = true)
  public Map<UUID, UUID> deputies() {
    var deputies = new HashMap<UUID, UUID>();
    sql.underWay(today()).forEach(one -> deputies.put(one.absent(), one.deputy()));
    return deputies;
  }

  /** Where a hand-over stands today. */
  public Stage stage(HandOver handOver) {
    return handOver.on(today());
  }

  /** Who can be stood in for and stand in: members in office who work matters. */
  @Transactional(readOnly = true)
  public List<StaffMember> workers() {
    return staff.all().stream()
        .filter(member -> member.active() && !HandOverRules.worksNothing(member))
        .toList();
  }

  /**
   * The deputy in the seat of the one who is away; empty if the hand-over is not theirs or does not
   * hold at this moment, or if the absent one is no longer in office.
   */
  @Transactional(readOnly = true)
  public Optional<Actor> seated(UUID id, Actor deputy) {
    return sql.find(id)
        .filter(one -> one.deputy().equals(deputy.id()) && stage(one) == Stage.UNDER_WAY)
        .flatMap(one -> staff.find(one.absent()))
        .filter(absent -> absent.active() && !HandOverRules.worksNothing(absent))
        .map(deputy::inSeatOf);
  }

  /** Today on the wall calendar of China. */
  public LocalDate today() {
    return ChinaTime.day(clock.instant());
  }
}
