/** REST under /api/v1, problem details, keyset pages. */
@NullMarked
@ApplicationModule(
    id = "portal.api",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.places",
      "foundation.people",
      "foundation.people :: reveals",
      "foundation.access",
      "foundation.policy",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.sight",
      "loop.routing",
      "loop.intake",
      "loop.voice",
      "services.approvals",
      "services.appeals"
    })
package org.bihuan.portal.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
