/** Units, staff, roles, tokens: who may act, and as whom. Schema: {@code access}. */
@NullMarked
@ApplicationModule(
    id = "foundation.access",
    allowedDependencies = {"foundation.shared", "foundation.places"})
package org.bihuan.foundation.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
