/** Who is about to act on a matter, so that colleagues see it. Schema: {@code presence}. */
@NullMarked
@ApplicationModule(
    id = "portal.presence",
    allowedDependencies = {"foundation.shared", "foundation.access", "loop.cases"})
package org.bihuan.portal.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
