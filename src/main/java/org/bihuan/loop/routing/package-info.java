/**
 * Which unit owns a matter, by duty list, with a fallback desk. Owns no schema: the list is a file.
 */
@NullMarked
@ApplicationModule(
    id = "loop.routing",
    allowedDependencies = {"foundation.shared", "foundation.access", "foundation.places"})
package org.bihuan.loop.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
