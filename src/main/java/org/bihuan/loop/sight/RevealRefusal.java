package org.bihuan.loop.sight;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why nothing is shown in full. */
public enum RevealRefusal {
  NOT_YOURS(
      "您与此件目前没有需要联系提出人的承办关系",
      "Just now you have no work on this matter that needs the person's details"),
  REASON_LENGTH("请写明查看理由，不能太短或太长", "Give a reason that is neither too short nor too long"),
  NO_FIELD("请选择要查看的信息，且只能选您的岗位需要的", "Choose what to see, and only what your part needs"),
  NOT_ON_FILE("提出人的信息已不在册", "The person is no longer on file");

  private final String zh;
  private final String en;

  RevealRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Text message() {
    return new Text(zh, en);
  }
}
