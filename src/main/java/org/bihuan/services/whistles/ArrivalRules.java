package org.bihuan.services.whistles;

import org.bihuan.foundation.shared.DataFile;

/**
 * The limits of proving an arrival, from {@code whistles/rules.yaml}; all are ours.
 *
 * @param version counts the editions of the file
 * @param source where the values come from
 * @param origin national, local or ours
 * @param radiusMetres how near counts as there
 * @param codeMinutes how long a code is good
 * @param codeTries how often it may be tried
 * @param mostUnits departments one whistle may call
 */
record ArrivalRules(
    int version,
    String source,
    String origin,
    int radiusMetres,
    int codeMinutes,
    int codeTries,
    int mostUnits) {

  static final ArrivalRules SHIPPED =
      DataFile.resource("whistles/rules.yaml").as(ArrivalRules.class);
}
