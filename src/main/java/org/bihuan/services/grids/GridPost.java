package org.bihuan.services.grids;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks after a grid.
 *
 * @param id its id
 * @param grid code of the grid
 * @param staff who holds it
 * @param phone of the office, published on the card
 * @param since since when
 */
public record GridPost(UUID id, String grid, UUID staff, String phone, Instant since) {

  /**
   * A grid and who looks after it.
   *
   * @param grid its name
   * @param post absent if nobody does
   * @param holder name of who does; empty if nobody does or they left
   */
  public record Line(Text grid, @Nullable GridPost post, String holder) {}

  /** What became of giving or ending a post. */
  public sealed interface Outcome {

    /** It is so now. */
    record Done() implements Outcome {}

    /** It is not, and nothing was changed. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Why a post is not given or ended. */
  public enum Refusal {
    GRID_UNKNOWN("grid", "请选择网格", "Choose the grid"),
    STAFF_UNKNOWN("login", "没有这位在岗的网格员", "There is no such grid worker in office"),
    PHONE_FORM("phone", "请填写办公电话，5至20位", "Enter the office phone, 5 to 20 digits"),
    CHANGED("main", "刚刚有人改过，请看过再操作", "Somebody has just changed it; look again first"),
    UNKNOWN("main", "没有这项安排，或已经结束", "There is no such post, or it is over");

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
