/** The command line: same jar, no web server for commands. */
@NullMarked
@ApplicationModule(
    id = "portal.cli",
    allowedDependencies = {
      "foundation.shared",
      "foundation.storage",
      "foundation.calendar",
      "foundation.places",
      "foundation.people",
      "foundation.access",
      "foundation.access :: entry",
      "loop.procedures",
      "loop.diagrams",
      "loop.cases",
      "loop.cases :: register",
      "insight.rates",
      "services.league :: rules",
      "portal.demo"
    })
package org.bihuan.portal.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
