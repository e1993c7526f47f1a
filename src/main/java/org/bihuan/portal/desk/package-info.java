/** The pages of staff and residents that join several floors. */
@NullMarked
@ApplicationModule(
    id = "portal.desk",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.places",
      "foundation.people",
      "foundation.evidence",
      "foundation.access",
      "foundation.policy",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.sight",
      "loop.routing",
      "loop.intake",
      "loop.twins",
      "loop.voice",
      "services.approvals",
      "services.appeals",
      "services.whistles",
      "services.causes",
      "insight.boards",
      "portal.naming",
      "portal.dispatch",
      "portal.views",
      "portal.counters",
      "portal.presence"
    })
package org.bihuan.portal.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
