/** Administrative licences: the items a person can apply for. Owns no schema: items are files. */
@NullMarked
@ApplicationModule(
    id = "services.approvals",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.calendar",
      "loop.procedures"
    })
package org.bihuan.services.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
