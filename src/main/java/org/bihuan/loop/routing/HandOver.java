package org.bihuan.loop.routing;

import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for a colleague who is away.
 *
 * @param id its id
 * @param absent who is away
 * @param deputy who stands in
 * @param from the first day
 * @param to the last day, included
 * @param reason why, as it was written
 * @param madeBy who wrote it down: the absent one or an administrator
 * @param endedBy who ended it early; absent if nobody did
 */
public record HandOver(
    UUID id,
    UUID absent,
    UUID deputy,
    LocalDate from,
    LocalDate to,
    String reason,
    UUID madeBy,
    @Nullable UUID endedBy) {

  /** Where a hand-over stands on a day. */
  public enum Stage {
    COMING,
    UNDER_WAY,
    OVER,
    ENDED
  }

  /** Where it stands on a day. */
  public Stage on(LocalDate day) {
    if (endedBy != null) {
      return Stage.ENDED;
    }
    if (day.isBefore(from)) {
      return Stage.COMING;
    }
    return day.isAfter(to) ? Stage.OVER : Stage.UNDER_WAY;
  }

  /**
   * A hand-over to write down.
   *
   * @param absent login name of who will be away
   * @param deputy login name of who stands in
   * @param from the first day; absent if none was given
   * @param to the last day; absent if none was given
   * @param reason why
   */
  public record Wanted(
      String absent,
      String deputy,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String reason) {}

  /** What became of a hand-over that was wanted. */
  public sealed interface Outcome {

    /** It is written down. */
    record Done(HandOver handOver) implements Outcome {}

    /** It is not, and nothing was changed. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Why a hand-over is not written down or not ended. */
  public enum Refusal {
    NOT_YOURS("absent", "只能交接自己的工作", "You can hand over only what is yours"),
    ABSENT_UNKNOWN("absent", "没有这位在岗人员", "There is no such member in office"),
    ABSENT_WORKS_NOTHING("absent", "此账号不办件，无须交接", "This account works no matters"),
    DEPUTY_UNKNOWN("deputy", "请选择在岗的代办人", "Choose somebody in office"),
    DEPUTY_WORKS_NOTHING(
        "deputy", "管理员和系统账号不能代办", "Administrators and programs stand in for nobody"),
    SAME_PERSON("deputy", "代办人须是另一个人", "The deputy must be somebody else"),
    DEPUTY_AWAY("deputy", "代办人这段时间也不在岗", "The deputy is away then too"),
    DAYS_MISSING("from", "请填写起止日期", "Enter both days"),
    DAYS_REVERSED("to", "截止日期不能早于起始日期", "The last day comes before the first"),
    DAYS_PAST("to", "截止日期已经过去", "The last day is over"),
    DAYS_TOO_MANY("to", "一次交接的天数超过上限", "More days than one hand-over may have"),
    REASON_FORM("reason", "请写明事由，不超过200字", "Enter a reason of at most 200 characters"),
    IN_A_SEAT("main", "代办期间不能再转交他人", "Whoever stands in cannot hand it on"),
    UNKNOWN("main", "没有这次交接，或已经结束", "There is no such hand-over, or it is over");

    private final String field;
    private final String zh;
    private final String en;

    Refusal(String field, String zh, String en) {
      this.field = field;
      this.zh = zh;
      this.en = en;
    }

    /** The field of the form it is about. */
    public String field() {
      return field;
    }

    /** The same in words. */
    public Text message() {
      return new Text(zh, en);
    }
  }
}
