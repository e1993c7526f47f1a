/**
 * Love stations (爱心驿站): where couriers, riders and everybody else can rest, drink, charge and find
 * first aid; what works, what is in stock, and what is opened as a matter because it is broken or
 * runs out. Schema: {@code stations}.
 */
@NullMarked
@ApplicationModule(
    id = "services.stations",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "foundation.people",
      "foundation.evidence",
      "loop.cases",
      "loop.cases :: register",
      "loop.intake"
    })
package org.bihuan.services.stations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
