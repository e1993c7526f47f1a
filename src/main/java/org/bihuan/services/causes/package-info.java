/**
 * Root causes: one problem leads to its class of problem. Matters are linked to a cause with a
 * reason; each cause opens a rectification of its own. Schema: {@code causes}.
 */
@NullMarked
@ApplicationModule(
    id = "services.causes",
    allowedDependencies = {
      "foundation.shared",
      "foundation.places",
      "foundation.access",
      "loop.procedures",
      "loop.cases"
    })
package org.bihuan.services.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
