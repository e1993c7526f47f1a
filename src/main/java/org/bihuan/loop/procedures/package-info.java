/** How a kind of matter runs, as data, proved to close. Owns no schema: procedures are files. */
@NullMarked
@ApplicationModule(
    id = "loop.procedures",
    allowedDependencies = {
      "foundation.shared",
      "foundation.lists",
      "foundation.calendar",
      "foundation.access"
    })
package org.bihuan.loop.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
