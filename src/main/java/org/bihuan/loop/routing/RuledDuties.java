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
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.routing.RuledDuties.RuledDuty.Outcome;
import org.bihuan.loop.routing.RuledDuties.RuledDuty.Refusal;
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

  /**
   * A row of the duty list that comes from a ruling.
   *
   * @param id its id
   * @param what what it is about
   * @param unit who must act
   * @param number the matter that was ruled on
   * @param reason why, as the ruling says
   * @param madeBy who wrote it down
   * @param madeAt when
   * @param ended who ended it, and when; absent while it is in force
   */
  public record RuledDuty(
      UUID id,
      What what,
      String unit,
      String number,
      String reason,
      UUID madeBy,
      Instant madeAt,
      @Nullable End ended) {

    /** Matters of one kind in one place and all within it. */
    public record What(String procedure, String item, String area) {}

    /** Who ended it, and when. */
    public record End(UUID by, Instant at) {}

    /**
     * A row to write down.
     *
     * @param procedure the kind of matter
     * @param item the leaf of it; absent if the case names none
     * @param area where it is
     * @param everywhere true for the whole district, false for the street of the place
     * @param unit who must act
     * @param number the matter that was ruled on
     * @param reason why
     */
    public record Wanted(
        String procedure,
        @Nullable String item,
        String area,
        boolean everywhere,
        String unit,
        String number,
        String reason) {}

    /** What became of it. */
    public sealed interface Outcome {

      /** It is in force. */
      record Done(RuledDuty duty) implements Outcome {}

      /** It is not, and nothing was changed. */
      record Refused(Refusal refusal) implements Outcome {}
    }

    /** Why a ruling is not written down or not ended. */
    public enum Refusal {
      NO_ITEM("此件没有选定事项，写进目录会管得太宽", "The case names no item; such a row would reach too far"),
      KNOWN(
          "目录里已有这一事项和地点的裁定，请先撤销原来的一条",
          "There is a ruling for this matter and place; end that one first"),
      NOT_RULED("此件没有裁定过承办单位", "Nobody has ruled who must act on this case"),
      UNKNOWN("没有这一条，或者已经撤销", "There is no such row, or it has ended");

      private final String zh;
      private final String en;

      Refusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
      }

      /** The same in words. */
      public Text message() {
        return new Text(zh, en);
      }
    }
  }

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
