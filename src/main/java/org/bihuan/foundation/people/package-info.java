/** Residents and organisations who raise matters, with checked numbers. Schema: {@code people}. */
@NullMarked
@ApplicationModule(
    id = "foundation.people",
    allowedDependencies = {"foundation.shared"})
package org.bihuan.foundation.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
