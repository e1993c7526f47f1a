/** Printed papers: XHTML to PDF, with the font inside and nothing fetched. Owns no schema. */
@NullMarked
@ApplicationModule(
    id = "foundation.papers",
    allowedDependencies = {})
package org.bihuan.foundation.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
