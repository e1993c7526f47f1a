/**
 * Open311 GeoReport v2 for clients that exist: services, requests and their state, in XML and JSON.
 * A request comes in by the one window like any other matter. To strangers a request shows its
 * service, state, unit and street, never a name, a phone, its words or the exact place. Schema:
 * {@code open311}.
 */
@NullMarked
@ApplicationModule(
    id = "portal.open311",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.people",
      "foundation.places",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.intake",
      "portal.naming"
    })
package org.bihuan.portal.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
