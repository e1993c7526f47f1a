/**
 * The pages of root causes: what lies behind matters, how it is put right, whether it came back.
 */
@NullMarked
@ApplicationModule(
    id = "portal.causes",
    allowedDependencies = {
      "foundation.shared",
      "foundation.places",
      "foundation.access",
      "loop.procedures",
      "loop.cases",
      "loop.sight",
      "services.causes",
      "insight.rates",
      "portal.naming"
    })
package org.bihuan.portal.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
