/** The one window: channels, completeness, idempotency, receipt. Schema: {@code intake}. */
@NullMarked
@ApplicationModule(
    id = "loop.intake",
    allowedDependencies = {
      "foundation.shared",
      "foundation.lists",
      "foundation.calendar",
      "foundation.access",
      "foundation.people",
      "foundation.evidence",
      "foundation.places",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.routing",
      "loop.twins"
    })
package org.bihuan.loop.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
