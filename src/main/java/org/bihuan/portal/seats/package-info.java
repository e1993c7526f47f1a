/**
 * Standing in for a colleague who is away: the page of hand-overs, and the seat a deputy takes for
 * a session. No schema.
 */
@NullMarked
@ApplicationModule(
    id = "portal.seats",
    allowedDependencies = {"foundation.shared", "foundation.access", "loop.routing"})
package org.bihuan.portal.seats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
