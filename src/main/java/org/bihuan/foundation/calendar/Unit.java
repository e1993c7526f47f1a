package org.bihuan.foundation.calendar;

import java.util.Locale;

/** What a limit counts in; the law of the item says which. */
public enum Unit {
  /** 工作日: weekends and holidays left out, make-up days counted. */
  WORKDAY,
  /** 日: calendar days. */
  DAY,
  /** 小时: running hours from the moment. */
  HOUR,
  /** 分钟: running minutes from the moment, for those who must come at once. */
  MINUTE,
  /** 工作小时: hours within the office hours of working days. */
  WORKHOUR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit with this code; throws {@link IllegalArgumentException} for an unknown one. */
  public static Unit of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
