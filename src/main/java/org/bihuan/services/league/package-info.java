/**
 * League membership of graduates: organisations, members, where each belongs at every moment, and
 * the transfers between them. A membership moves in the transaction of its case act, so members out
 * are members in, held and under way whenever anybody looks. Schema: {@code league}.
 */
@NullMarked
@ApplicationModule(
    id = "services.league",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.access :: entry",
      "foundation.people",
      "foundation.letters",
      "foundation.places",
      "loop.cases",
      "loop.procedures"
    })
package org.bihuan.services.league;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
