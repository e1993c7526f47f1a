/** Where those who look after the house begin. No schema. */
@NullMarked
@ApplicationModule(
    id = "portal.admin",
    allowedDependencies = {"foundation.access", "loop.cases", "loop.cases :: timers"})
package org.bihuan.portal.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
