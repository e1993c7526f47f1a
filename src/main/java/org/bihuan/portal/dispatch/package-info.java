/**
 * The duty list as people see it: the list and its test run, what it proposes when a matter is
 * dispatched, the parts of those who help, and who has how much on the desk. No schema.
 */
@NullMarked
@ApplicationModule(
    id = "portal.dispatch",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: search",
      "loop.routing",
      "loop.intake",
      "loop.sight",
      "portal.naming"
    })
package org.bihuan.portal.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
