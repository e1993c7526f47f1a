/** What surrounds every page: language, sign-in, security, the view. */
@NullMarked
@ApplicationModule(
    id = "portal.frame",
    allowedDependencies = {
      "foundation.shared",
      "foundation.papers",
      "foundation.access",
      "foundation.access :: entry",
      "foundation.people",
      "foundation.places",
      "services.stations",
      "portal.look"
    })
package org.bihuan.portal.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
