package org.bihuan.loop.routing;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

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
