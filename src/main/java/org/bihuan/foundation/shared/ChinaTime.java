package org.bihuan.foundation.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one legal time of the country: instants are stored in UTC, days are counted here. */
public final class ChinaTime {

  /** All of China keeps this zone, without summer time since 1991. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** The day on the wall calendar at this instant. */
  public static LocalDate day(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  /** The first instant of a day: midnight in Shanghai. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
