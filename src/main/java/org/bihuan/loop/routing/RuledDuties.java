package org.bihuan.loop.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.routing.RuledDuty.Outcome;
import org.bihuan.loop.routing.RuledDuty.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rulings as rows of the duty list: read before the rows of the file, dated, and ended by whoever
 * rules otherwise. What is in force is kept in memory for some seconds: another machine's ruling
 * reaches this one then.
 */
@Component
public class RuledDuties {

  private static final int SHOWN = 500;
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final RuledDutySql sql;
  private final Units units;
  private final Clock clock;
  private final String district;
  private volatile @Nullable Known known;

  RuledDuties(RuledDutySql sql, Units units, Clock clock, District district) {
    this.sql = sql;
    this.units = units;
    this.clock = clock;
    this.district = Integer.toString(district.code());
  }

  private record Known(Instant at, List<RuledDuty> duties) {}

  /** Writes a ruling into the list. */
  @Transactional
  public Outcome add(RuledDuty.Wanted wanted, Actor actor) {
    var item = wanted.item();
    if (item == null) {
      return new Outcome.Refused(Refusal.NO_ITEM);
    }
    var what = new RuledDuty.What(wanted.procedure(), item, area(wanted));
    var duty =
        new RuledDuty(
            Uuid7.next(clock),
            what,
            wanted.unit(),
            wanted.number(),
            wanted.reason(),
            actor.id(),
            clock.instant(),
            null);
    known = null;
    return sql.add(duty) ? new Outcome.Done(duty) : new Outcome.Refused(Refusal.KNOWN);
  }

  /** The street a place lies in, or the whole district. */
  private String area(RuledDuty.Wanted wanted) {
    return wanted.everywhere()
        ? district
        : units.streetOffice(wanted.area()).map(WorkUnit::area).orElse(wanted.area());
  }

  /** Ends a row: from now on the list is as it was without it. */
  @Transactional
  public boolean end(UUID id, Actor actor) {
    known = null;
    return sql.end(id, actor.id(), clock.instant());
  }

  /** All of them, the latest first; those that ended too. */
  @Transactional(readOnly = true)
  public List<RuledDuty> all() {
    return sql.all(SHOWN);
  }

  /** What is in force. */
  @Transactional(readOnly = true)
  public List<RuledDuty> inForce() {
    var now = clock.instant();
    var read = known;
    if (read == null || now.isBefore(read.at()) || !now.isBefore(read.at().plus(KEPT))) {
      read = new Known(now, sql.inForce());
      known = read;
    }
    return read.duties();
  }
}
