/** Who may see what: one table as data, read by the checks and printed for people. */
@NullMarked
@ApplicationModule(
    id = "foundation.policy",
    allowedDependencies = {"foundation.shared", "foundation.access"})
package org.bihuan.foundation.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
