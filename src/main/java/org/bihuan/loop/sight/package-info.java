/** What somebody sees of a matter and of the person behind it. Owns no schema. */
@NullMarked
@ApplicationModule(
    id = "loop.sight",
    allowedDependencies = {
      "foundation.shared",
      "foundation.policy",
      "foundation.access",
      "foundation.people",
      "foundation.people :: reveals",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register"
    })
package org.bihuan.loop.sight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
