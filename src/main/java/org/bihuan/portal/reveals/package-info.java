/**
 * The desk's way to see a person's details in full, and the list of who was shown them. Owns no
 * schema: people keeps the log.
 */
@NullMarked
@ApplicationModule(
    id = "portal.reveals",
    allowedDependencies = {
      "foundation.shared",
      "foundation.people",
      "foundation.people :: reveals",
      "foundation.access",
      "foundation.policy",
      "loop.cases",
      "loop.cases :: register",
      "loop.sight",
      "portal.naming"
    })
package org.bihuan.portal.reveals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
