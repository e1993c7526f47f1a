package org.bihuan.services.league;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts everybody every night, and keeps what was counted, taken away and sent. */
@Component
public class Audit {

  private static final System.Logger LOG = System.getLogger(Audit.class.getName());

  private final ConservationSql sql;
  private final Clock clock;

  Audit(ConservationSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What is written down. */
  public enum Kind {
    CONSERVATION,
    EXPORT,
    REMINDER,
    POST;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A line of the record.
   *
   * @param by the member of the staff, or the clock
   * @param sound false only for a count that does not add up
   */
  public record Note(Instant at, UUID by, String said, boolean sound) {}

  /** Where everybody is now, in one snapshot. */
  @Transactional(readOnly = true)
  public Count count() {
    return sql.count();
  }

  /** The nightly count; what does not add up is an error somebody is woken for. */
  @Scheduled(cron = "${bihuan.league.count-at:0 40 2 * * *}", zone = "Asia/Shanghai")
  @Transactional
  public void run() {
    var count = sql.count();
    var said = count.conserved() ? count.toString() : String.join("; ", count.faults());
    if (!count.conserved()) {
      LOG.log(Level.ERROR, "League members do not add up: {0}", said);
    }
    note(Kind.CONSERVATION, Actor.CLOCK.id(), said, count.conserved());
  }

  /** Writes down what somebody took away or sent. */
  @Transactional
  public void note(Kind kind, UUID by, String said, boolean sound) {
    sql.note(Uuid7.next(clock), kind.code(), new Note(clock.instant(), by, said, sound));
  }

  /** The latest lines of a kind, newest first. */
  @Transactional(readOnly = true)
  public List<Note> notes(Kind kind, int limit) {
    return sql.notes(kind.code(), limit);
  }
}
