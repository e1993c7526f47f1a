/**
 * The files of a matter at the desk: listed, added, handed out to those who may read the matter.
 */
@NullMarked
@ApplicationModule(
    id = "portal.files",
    allowedDependencies = {"foundation.access", "foundation.evidence", "loop.cases", "loop.sight"})
package org.bihuan.portal.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
