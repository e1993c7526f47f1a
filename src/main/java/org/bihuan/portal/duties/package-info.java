/** The page of rulings that became rows of the duty list. No schema. */
@NullMarked
@ApplicationModule(
    id = "portal.duties",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register",
      "loop.routing",
      "loop.sight",
      "portal.naming"
    })
package org.bihuan.portal.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
