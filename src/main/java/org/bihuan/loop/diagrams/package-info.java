/** Procedures on paper: the state diagram and the handbook page, made from the rules themselves. */
@NullMarked
@ApplicationModule(
    id = "loop.diagrams",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.access",
      "loop.procedures"
    })
package org.bihuan.loop.diagrams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
