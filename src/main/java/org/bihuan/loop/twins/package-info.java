/**
 * Matters that are the same: found by text, place and time, handled together while every reporter
 * keeps a number, a clock, an answer and a rating. Suggests matter and unit from what was settled
 * before. Schema: {@code twins}.
 */
@NullMarked
@ApplicationModule(
    id = "loop.twins",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "loop.procedures",
      "loop.cases",
      "loop.cases :: register"
    })
package org.bihuan.loop.twins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
