/** The district, its streets, communities and grids. Schema: {@code places}. */
@NullMarked
@ApplicationModule(
    id = "foundation.places",
    allowedDependencies = {"foundation.shared"})
package org.bihuan.foundation.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
