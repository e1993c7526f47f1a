/**
 * What people are told: written with the event, sent after its commit, tried again, given up in the
 * open. Schema: {@code letters}.
 */
@NullMarked
@ApplicationModule(
    id = "foundation.letters",
    allowedDependencies = {"foundation.shared", "foundation.access", "foundation.people"})
package org.bihuan.foundation.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
