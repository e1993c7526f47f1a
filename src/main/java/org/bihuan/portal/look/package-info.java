/** How pages look: colours, text size, a district's own mark, the files every page asks for. */
@NullMarked
@ApplicationModule(
    id = "portal.look",
    allowedDependencies = {"foundation.shared", "foundation.access"})
package org.bihuan.portal.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
