package org.bihuan.portal.views;

import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody keeps.
 *
 * @param id its id
 * @param name as its owner calls it
 * @param asked what it lists
 * @param columns what it shows of each matter, in order
 * @param first true if the desk opens with it
 */
public record View(UUID id, String name, Asked asked, List<String> columns, boolean first) {

  public View {
    columns = List.copyOf(columns);
  }

  /**
   * What a list is asked for, as its address says it.
   *
   * @param queue code of the pile
   * @param unit absent means all units
   * @param state absent means all states
   * @param due absent means whenever it is due
   * @param q absent means no words
   * @param kind a kind of appeal; absent means all
   */
  public record Asked(
      String queue,
      @Nullable String unit,
      @Nullable String state,
      @Nullable String due,
      @Nullable String q,
      @Nullable String kind) {}

  /** What became of a view that was to be kept. */
  public sealed interface Outcome {

    /** It is kept. */
    record Kept(View view) implements Outcome {}

    /** It is not, and nothing was changed. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Why a view is not kept. */
  public enum Refusal {
    NAME_FORM("请给视图起个名字，不超过30字", "Name the view, at most 30 characters"),
    NAME_TAKEN("已有同名的视图", "You have a view of this name"),
    TOO_MANY("最多保存12个视图，请先删去一个", "You keep twelve views already; delete one first"),
    ASKED_TOO_LONG("查找的文字过长", "The words to look for are too long");

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
