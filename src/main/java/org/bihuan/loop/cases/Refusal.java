package org.bihuan.loop.cases;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why an act was not done; nothing has changed then. */
public enum Refusal {
  UNKNOWN_CASE("没有这个办件", "There is no such case"),
  UNKNOWN_ACT("没有这个操作", "There is no such act"),
  UNKNOWN_UNIT("没有这个单位", "There is no such unit"),
  KEPT_FROM_UNIT(
      "被举报的单位及其下属单位不能经办此件", "The unit reported, and units beneath it, may not have this case"),
  NAMED_BY_RULING("承办单位已经裁定，不能再退回", "The unit was named by a ruling and cannot return the case"),
  NOT_ALLOWED("您无权进行此操作", "You may not do this"),
  OTHER_UNIT("此件由其他单位办理", "Another unit owns this case"),
  WRONG_STATE("当前状态不能进行此操作", "This cannot be done in the present state"),
  CHANGED_MEANWHILE("此件刚刚有变化，请看过最新情况再操作", "The case has changed; look at it again first"),
  CONDITION_FAILS("条件不满足，不能进行此操作", "The condition for this act is not met"),
  ALREADY_DONE("此操作只能进行一次", "This can be done only once"),
  NOTE_NEEDED("请写明理由（不超过2000字）", "A reason is needed, at most 2000 characters"),
  SAME_PERSON("须由另一人进行", "Another person must do this"),
  HANDLED_BEFORE("经办过此件的人不能回访", "One who handled the case may not do this"),
  WINDOW_CLOSED("已超过可操作的期限", "The time for this is over"),
  CHILDREN_OPEN("还有子件未办结", "Cases under this one are still open"),
  ALREADY_OPENED("此件已登记过", "This case has been opened before"),
  UNKNOWN_PARENT("没有这个上级件", "There is no such case above"),
  PARENT_CLOSED("上级件已办结", "The case above is closed"),
  CLOCK_NOT_RUNNING("相关时限未在计时", "The clock concerned does not run"),
  INVALID_FACTS("所填内容有误", "Some of what was entered is wrong");

  private final String zh;
  private final String en;

  Refusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in the API: {@code changed-meanwhile}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public Text message() {
    return new Text(zh, en);
  }
}
