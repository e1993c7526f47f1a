package org.bihuan.services.whistles;

import org.bihuan.foundation.shared.Text;

/** Why something about a whistle was not done; nothing was stored then. */
public enum WhistleRefusal {
  NOT_A_STREET("main", "只有街道办事处可以吹哨", "Only the office of a street blows the whistle"),
  NOT_YOURS("main", "这件事不在您的街道办理", "Your street does not handle this matter"),
  UNKNOWN_UNIT("facts.unit", "请选择牵头部门", "Choose the lead department"),
  TOO_MANY_UNITS("with", "请的部门太多，请分开吹哨", "Too many departments; blow twice"),
  TITLE("title", "请填写标题，不超过200字", "Enter a title of at most 200 characters"),
  NOT_NOW("main", "当前状态不能进行此操作，请看过最新情况再操作", "This cannot be done now; look at it again"),
  CHILDREN_OPEN("main", "还有部门没有办结", "Some departments have not finished"),
  REASON("note", "请写明理由（不超过2000字）", "Enter a reason of at most 2000 characters"),
  CODE_MISTYPED("code", "到场码输错了，请看清后重输", "The code is mistyped; look again"),
  CODE_WRONG("code", "到场码不对", "The code is not right"),
  CODE_USELESS("code", "没有可用的到场码，请街道重新出示", "There is no code to use; ask the street for a new one"),
  PLACE_UNKNOWN(
      "position", "没有可比对的定位，请用到场码或请街道确认", "There is no position to compare; use the code"),
  TOO_FAR(
      "position", "定位离到场地点太远，请用到场码或请街道确认", "Your position is too far from the place; use the code");

  private final String field;
  private final String zh;
  private final String en;

  WhistleRefusal(String field, String zh, String en) {
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
