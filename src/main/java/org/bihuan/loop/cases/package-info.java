/**
 * The case file, its clocks and its register: the one way a matter moves. Schema: {@code cases}.
 */
@NullMarked
@ApplicationModule(
    id = "loop.cases",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.access",
      "loop.procedures"
    })
package org.bihuan.loop.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
