package org.bihuan.services.causes;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why something about causes was not done; nothing has changed then. */
public enum CauseRefusal {
  UNKNOWN_CAUSE("没有这个问题根源", "There is no such root cause"),
  NOTHING_TICKED("没有可以关联的办件，请回到列表勾选", "There is nothing to link; tick matters in the list"),
  WHY_NEEDED("请写明理由，不超过500字", "Give the reason, at most 500 characters"),
  NOT_A_MATTER("整改件本身不能关联", "A rectification cannot be linked"),
  LINKED_ALREADY("所选办件都已关联问题根源", "Everything ticked is linked to a root cause already"),
  NOT_LINKED("此件没有关联这个问题根源", "This matter is not linked to this root cause"),
  NOT_OPENED("整改件没有立成，请再试一次", "The rectification could not be opened; try again");

  private final String zh;
  private final String en;

  CauseRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name used in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public Text message() {
    return new Text(zh, en);
  }
}
