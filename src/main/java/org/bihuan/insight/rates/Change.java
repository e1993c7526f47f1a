package org.bihuan.insight.rates;

import java.time.Instant;
import java.util.UUID;

/**
 * What an entry says of something that counts; said again, weight and reason are replaced, and
 * everything else stays as it was first.
 *
 * @param key what counts
 * @param weight how it counts from now on
 * @param reason why, by name
 * @param at when that was said
 * @param where what it is sorted by
 */
record Change(Key key, Weight weight, String reason, Instant at, Where where) {

  /**
   * One thing that counts once for a rate.
   *
   * @param caseId the matter
   * @param rate which rate
   * @param seq which order or turn of the matter, from 1
   */
  record Key(UUID caseId, Rate rate, int seq) {}
}
