/** What every floor speaks: ids, bilingual text, the clock, the page frame. Owns no schema. */
@NullMarked
@ApplicationModule(
    id = "foundation.shared",
    allowedDependencies = {})
package org.bihuan.foundation.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
