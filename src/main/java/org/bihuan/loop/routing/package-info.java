/**
 * Which unit owns a matter, by duty list, with a fallback desk; and who stands in for whom while
 * somebody is away. The duty list is a file; schema of the hand-overs: {@code routing}.
 */
@NullMarked
@ApplicationModule(
    id = "loop.routing",
    allowedDependencies = {"foundation.shared", "foundation.access", "foundation.places"})
package org.bihuan.loop.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
