package org.bihuan.portal.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.CaseId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who opened an act of a matter and has not sent it yet. It locks nobody out: whoever is later is
 * told what changed.
 */
@Component
public class Presence {

  /** Whoever has not sent an act after this time has gone to lunch. */
  private static final Duration WORTH = Duration.ofMinutes(10);

  private final PresenceSql sql;
  private final Clock clock;

  Presence(PresenceSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A colleague who is about to act, and since when. */
  public record Looking(String name, Instant since) {}

  /** The others who are about to act on a matter. */
  @Transactional(readOnly = true)
  public List<Looking> others(CaseId file, Actor reader) {
    return sql.others(file, reader, clock.instant().minus(WORTH));
  }

  /** Somebody opens an act. */
  @Transactional
  public void comes(CaseId file, Actor actor) {
    sql.put(file, actor, clock.instant());
  }

  /** Somebody has acted. */
  @Transactional
  public void goes(CaseId file, Actor actor) {
    sql.drop(file, actor);
  }

  @Scheduled(fixedDelayString = "${bihuan.presence.sweep-every:10m}", initialDelayString = "1m")
  void sweep() {
    sql.dropBefore(clock.instant().minus(WORTH));
  }
}
