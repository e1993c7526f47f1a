package org.bihuan.foundation.letters;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When letters are sent and how often they are tried. No law names these: ours.
 *
 * @param sms how messages go: {@code off}, {@code log} (shown in the outbox only) or {@code http}
 * @param smsUrl where {@code http} posts them; absent for the others
 * @param smsToken its bearer token; absent if it needs none
 * @param mailFrom the sender of e-mail; absent: none is sent
 * @param quietFrom no message after this hour, Chinese time
 * @param quietUntil nor before this
 * @param firstWait after the first failure; doubles with each further one
 * @param longestWait where doubling ends
 * @param tries after so many it is given up, and the outbox says so
 * @param lease how long one try may take before another may begin
 * @param tooLate what happened longer ago is kept to be read and no more sent
 */
@ConfigurationProperties("bihuan.letters")
record LetterSettings(
    @DefaultValue("off") String sms,
    @Nullable URI smsUrl,
    @Nullable String smsToken,
    @Nullable String mailFrom,
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("08:00") LocalTime quietUntil,
    @DefaultValue("30s") Duration firstWait,
    @DefaultValue("2h") Duration longestWait,
    @DefaultValue("8") int tries,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("2d") Duration tooLate) {}
