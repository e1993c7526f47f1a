/**
 * Working days as data with their source, and limits anyone can recount. Schema: {@code calendar}.
 */
@NullMarked
@ApplicationModule(
    id = "foundation.calendar",
    allowedDependencies = {"foundation.shared"})
package org.bihuan.foundation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
