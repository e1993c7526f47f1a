/**
 * What the person hears and says: tracking, confirmation, rating, call-back, reopening. Schema:
 * {@code voice}.
 */
@NullMarked
@ApplicationModule(
    id = "loop.voice",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.access",
      "foundation.access :: entry",
      "foundation.people",
      "foundation.people :: reveals",
      "foundation.evidence",
      "foundation.letters",
      "foundation.places",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.twins"
    })
package org.bihuan.loop.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
