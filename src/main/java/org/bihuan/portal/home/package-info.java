/** Where people begin: finding what they want to do, and being helped by a human. No schema. */
@NullMarked
@ApplicationModule(
    id = "portal.home",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "loop.procedures",
      "services.approvals"
    })
package org.bihuan.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
