/**
 * The pages of the rates: tables and charts for leaders and heads of units, the list and the
 * definition behind every figure, what keeps coming back. Owns no schema.
 */
@NullMarked
@ApplicationModule(
    id = "portal.figures",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "loop.procedures",
      "loop.cases",
      "loop.sight",
      "insight.rates",
      "portal.naming",
      "portal.views"
    })
package org.bihuan.portal.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
