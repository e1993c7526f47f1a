/** The names people know for codes, ids and the nearness of a date, for all pages of the desk. */
@NullMarked
@ApplicationModule(
    id = "portal.naming",
    allowedDependencies = {
      "foundation.shared",
      "foundation.calendar",
      "foundation.places",
      "foundation.people",
      "foundation.access"
    })
package org.bihuan.portal.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
