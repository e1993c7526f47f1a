/**
 * 街道吹哨、部门报到: the street names a matter it cannot solve alone, departments of the duty list answer
 * and arrive under two clocks, the lead gathers what was done, the street closes, both sides rate.
 * The lives of both are procedures; here are the doors that do several acts at once, the proof of
 * an arrival, and the figures. Schema: {@code whistles}.
 */
@NullMarked
@ApplicationModule(
    id = "services.whistles",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.calendar",
      "foundation.places",
      "loop.cases",
      "loop.cases :: register",
      "loop.procedures",
      "loop.routing",
      "loop.sight"
    })
package org.bihuan.services.whistles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
