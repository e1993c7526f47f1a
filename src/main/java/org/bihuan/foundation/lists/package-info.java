/**
 * Lists of choices that law or practice gives, as data: versioned, with source and origin. Owns no
 * schema: lists are files.
 */
@NullMarked
@ApplicationModule(
    id = "foundation.lists",
    allowedDependencies = {"foundation.shared"})
package org.bihuan.foundation.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
