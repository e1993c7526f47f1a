package org.bihuan.services.league;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why a membership did not move; nothing has changed then. */
public enum LeagueRefusal {
  UNKNOWN_MEMBER("没有这名团员", "There is no such member"),
  UNKNOWN_ORGANISATION("没有这个团组织", "There is no such organisation"),
  UNKNOWN_RULE("没有这条规则", "There is no such rule"),
  TWICE("同一名团员在这一批里出现了两次", "The member stands twice in this list"),
  NOT_YOURS("不是您的团组织经办的团员", "The member is not your organisation's to move"),
  UNDER_WAY("已有转接在办理中", "A transfer is under way already"),
  NOTHING_UNDER_WAY("没有在办的转接", "No transfer is under way"),
  NOT_THE_STARTER("只有发起方可以撤销或重新提交", "Only the side that sent it in may do this"),
  REVIEWED("接收方已审核，不能再撤销", "It was reviewed and can no longer be withdrawn"),
  NOT_SUBMITTED("此转接不在待审核状态", "It does not wait for a review"),
  NOT_RETURNED("此转接没有被退回", "It was not returned"),
  NOT_ASSIGNING("此转接不在待编入支部状态", "It does not wait for a branch"),
  WRONG_KIND("与规则给出的去处不符，如确需如此请由团支部写明理由", "Not where the rule leads; a branch may give a reason"),
  OVERRIDE_BY_BRANCH("改变去处须由团支部写明理由", "Only a branch may choose otherwise, with a reason"),
  SAME_ORGANISATION("已经在这个团组织", "The member is there already"),
  HELD_ALREADY("只能保留一次，最长一年", "Held once only, a year at most"),
  NOT_A_TRANSFER("延迟毕业由学校标记，不需要转接", "A delay is marked by the school, not transferred"),
  NO_BRANCH("请选择接收方下属的团支部", "Choose a branch of the receiver"),
  MUST_TAKE("此件由团区委指定接收，不能退回", "The committee ordered this one; it cannot be returned"),
  NOT_ORDERED_YET("退回次数未到，暂不能指定接收", "It was not returned often enough to be ordered"),
  COMMITTEE_ONLY("由团区委办理", "The district committee does this"),
  REASON_NEEDED("请写明理由（4至500字）", "A reason of 4 to 500 characters is needed"),
  CHANGED_MEANWHILE("刚刚有变化，请看过最新情况再操作", "It has changed; look at it again first");

  private final String zh;
  private final String en;

  LeagueRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in files and answers: {@code under-way}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public Text message() {
    return new Text(zh, en);
  }
}
