package org.bihuan.foundation.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may fail to sign in. The national standard for grade-three systems asks for limits
 * and names none; these are ours.
 *
 * @param tries free failures of one login name
 * @param addressTries free failures from one address; more, since a whole town hall may share one
 * @param firstWait wait after the free failures; doubles with each further one
 * @param longestWait where doubling ends; nobody is locked out for good
 * @param forgetAfter quiet time after which counting begins anew
 * @param allTries failures of everybody together in one window; then the house is being attacked
 * @param allWindow how long such a window is
 */
@ConfigurationProperties("bihuan.sign-in")
record SignInLimits(
    @DefaultValue("5") int tries,
    @DefaultValue("20") int addressTries,
    @DefaultValue("30s") Duration firstWait,
    @DefaultValue("15m") Duration longestWait,
    @DefaultValue("1d") Duration forgetAfter,
    @DefaultValue("600") int allTries,
    @DefaultValue("1m") Duration allWindow) {

  /** The same counting with other waits. */
  SignInLimits waiting(Duration first, Duration longest) {
    return new SignInLimits(tries, addressTries, first, longest, forgetAfter, allTries, allWindow);
  }
}
