package org.bihuan.portal.counters;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.springframework.stereotype.Component;

/** Counts what waits, as far as anybody plans: a hundred rows of an index at most. */
@Component
public class Counters {

  private static final int COUNTED = 100;
  private static final UUID LAST = new UUID(-1, -1);

  private final Cases cases;
  private final OwnPile pile;
  private final Clock clock;

  Counters(Cases cases, OwnPile pile, Clock clock) {
    this.cases = cases;
    this.pile = pile;
    this.clock = clock;
  }

  /**
   * What waits for somebody at this moment. A limit runs out at the midnight after its last day.
   */
  public Counts of(Actor actor) {
    var all = pile.own(actor, COUNTED);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var midnight = ChinaTime.startOf(ChinaTime.day(now).plusDays(1));
    var rest =
        new Worklist.Query(
            all.unit(),
            all.state(),
            all.owner(),
            null,
            new Worklist.Cursor(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, now), LAST),
            midnight.plus(1, ChronoUnit.MICROS),
            COUNTED,
            all.sieve());
    return new Counts(count(all), count(rest), count(all.until(now.plus(1, ChronoUnit.MICROS))));
  }

  /** What tells whether two readers are told the same. */
  String pileOf(Actor actor) {
    return pile.own(actor, COUNTED).toString();
  }

  private String count(Worklist.Query query) {
    var page = cases.worklist(query);
    return page.next() == null ? Integer.toString(page.rows().size()) : COUNTED - 1 + "+";
  }
}
