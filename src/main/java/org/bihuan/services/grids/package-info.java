/**
 * Grids: who looks after them, what grid workers write on their rounds, also without network, and
 * what the public may know of them. Schema: {@code grids}; the list of matters is a file.
 */
@NullMarked
@ApplicationModule(
    id = "services.grids",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "foundation.people",
      "foundation.evidence",
      "loop.procedures",
      "loop.cases",
      "loop.intake"
    })
package org.bihuan.services.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
