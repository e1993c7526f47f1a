/**
 * Appeals of residents and riders: the matters they can raise. Owns no schema: matters are files.
 */
@NullMarked
@ApplicationModule(
    id = "services.appeals",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.places",
      "foundation.evidence",
      "loop.procedures",
      "loop.cases",
      "loop.intake"
    })
package org.bihuan.services.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
