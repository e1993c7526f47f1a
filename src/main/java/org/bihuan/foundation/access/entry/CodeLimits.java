package org.bihuan.foundation.access.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How codes to phones live and how often they are sent; all ours.
 *
 * @param life how long a code may be used
 * @param tries how often one may mistype it; then a new one has to be sent
 * @param sends codes one phone gets without waiting
 * @param firstWait wait for the next one; doubles with each
 * @param longestWait where doubling ends
 */
@ConfigurationProperties("bihuan.phone-code")
record CodeLimits(
    @DefaultValue("5m") Duration life,
    @DefaultValue("5") int tries,
    @DefaultValue("2") int sends,
    @DefaultValue("1m") Duration firstWait,
    @DefaultValue("1h") Duration longestWait) {}
