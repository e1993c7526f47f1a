/** The Pingcheng demo: the page itself as data. */
@NullMarked
@ApplicationModule(
    id = "portal.demo",
    allowedDependencies = {
      "foundation.shared",
      "foundation.storage",
      "foundation.calendar",
      "foundation.places",
      "foundation.people",
      "foundation.access",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: timers",
      "loop.intake",
      "loop.voice",
      "services.causes",
      "services.grids",
      "services.league",
      "services.league :: organisations",
      "services.league :: rolls",
      "services.stations",
      "services.stations :: visits"
    })
package org.bihuan.portal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
