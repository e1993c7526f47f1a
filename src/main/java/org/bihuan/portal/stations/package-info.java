/**
 * Love stations at the desk and for programs: their state, their stock, care visits, files for
 * spreadsheets. Owns no schema.
 */
@NullMarked
@ApplicationModule(
    id = "portal.stations",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "loop.procedures",
      "loop.cases",
      "loop.sight",
      "services.stations",
      "services.stations :: visits",
      "portal.naming",
      "portal.views"
    })
package org.bihuan.portal.stations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
