/**
 * Where the data lives: the embedded server of the demo, the two database roles, migrations module
 * by module. Owns no schema.
 */
@NullMarked
@ApplicationModule(
    id = "foundation.storage",
    allowedDependencies = {"foundation.shared"})
package org.bihuan.foundation.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
