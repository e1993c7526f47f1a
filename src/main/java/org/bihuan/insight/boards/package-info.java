/** Counts a leader can recount: kept by a follower of the register. Schema: {@code boards}. */
@NullMarked
@ApplicationModule(
    id = "insight.boards",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "loop.cases",
      "loop.cases :: register",
      "loop.procedures"
    })
package org.bihuan.insight.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
