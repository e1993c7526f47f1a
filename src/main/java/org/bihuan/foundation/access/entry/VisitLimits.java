package org.bihuan.foundation.access.entry;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a visit may go on. The national standard for grade-three systems asks for limits and
 * names none; practice is 15 to 30 minutes for staff, the rest is ours.
 *
 * @param staffIdle quiet time after which a member has to sign in again
 * @param staffLongest a working day: after it in any case
 * @param residentIdle quiet time after which a resident has to sign in again
 * @param residentLongest after it in any case
 * @param freshFor how long showing again who one is lasts for what asks for it
 * @param kept how long ended visits are kept: the law on network security asks for six months
 */
@ConfigurationProperties("bihuan.session")
record VisitLimits(
    @DefaultValue("30m") Duration staffIdle,
    @DefaultValue("12h") Duration staffLongest,
    @DefaultValue("12h") Duration residentIdle,
    @DefaultValue("1d") Duration residentLongest,
    @DefaultValue("10m") Duration freshFor,
    @DefaultValue("184d") Duration kept) {

  Duration idle(boolean staff) {
    return staff ? staffIdle : residentIdle;
  }

  /** True while a visit may go on. */
  boolean goesOn(VisitSql.Kept visit, Instant now) {
    var longest = visit.isStaff() ? staffLongest : residentLongest;
    return visit.seenAt().plus(idle(visit.isStaff())).isAfter(now)
        && visit.beganAt().plus(longest).isAfter(now);
  }

  boolean isFresh(VisitSql.Kept visit, Instant now) {
    return visit.provedAt().plus(freshFor).isAfter(now);
  }
}
