/**
 * What a member of the staff keeps of the work list, and what leaves the house as a file. Schema:
 * {@code views}.
 */
@NullMarked
@ApplicationModule(
    id = "portal.views",
    allowedDependencies = {"foundation.shared", "foundation.access"})
package org.bihuan.portal.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
