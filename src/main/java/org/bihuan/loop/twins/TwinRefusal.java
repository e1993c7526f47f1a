package org.bihuan.loop.twins;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why matters were not put together or parted; nothing has changed then. */
public enum TwinRefusal {
  UNKNOWN_CASE("没有这个办件", "There is no such case"),
  SAME_CASE("不能与自身合并；对方已并入此件", "A case cannot follow itself, nor one that follows it"),
  OTHER_KIND("两件不是同一类事项，不能合并", "The two are not of one kind"),
  NOT_COMPARED("此类办件不参与合并", "Cases of this kind are not put together"),
  MAIN_ANSWERED("主件已经答复或办结，不能再并入", "The main case has been answered or is at rest"),
  ALREADY_FOLLOWS("此件已并入其他办件", "This case follows another already"),
  FOLLOWS_NOTHING("此件没有并入其他办件", "This case follows no other"),
  WHY_NEEDED("请写明理由（不超过500字）", "A reason is needed, at most 500 characters"),
  NOT_NOW("此件当前状态不能合并或拆分", "In its present state the case cannot be joined or parted");

  private final String zh;
  private final String en;

  TwinRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in addresses and logs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public Text message() {
    return new Text(zh, en);
  }
}
