/** What waits on a reader's own pile, counted, and told to open pages as it changes. No schema. */
@NullMarked
@ApplicationModule(
    id = "portal.counters",
    allowedDependencies = {"foundation.shared", "foundation.access", "loop.cases"})
package org.bihuan.portal.counters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
