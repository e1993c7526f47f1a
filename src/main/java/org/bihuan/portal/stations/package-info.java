/**
 * Love stations as people and programs meet them: found in the street, reported broken in two taps,
 * kept at the desk, read by programs. Owns no schema.
 */
@NullMarked
@ApplicationModule(
    id = "portal.stations",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "foundation.evidence",
      "loop.procedures",
      "loop.cases",
      "loop.sight",
      "loop.intake",
      "services.stations",
      "services.stations :: visits",
      "portal.naming",
      "portal.views"
    })
package org.bihuan.portal.stations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
