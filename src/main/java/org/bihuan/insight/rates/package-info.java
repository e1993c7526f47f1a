/**
 * How well appeals are answered: response, solution, satisfaction and recurrence by unit, matter,
 * street and day, counted from the register by a follower, each by a definition that stands in a
 * data file. What was counted is kept line by line, so that every figure opens its list. Schema:
 * {@code rates}.
 */
@NullMarked
@ApplicationModule(
    id = "insight.rates",
    allowedDependencies = {
      "foundation.shared",
      "loop.cases",
      "loop.cases :: register",
      "loop.procedures"
    })
package org.bihuan.insight.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
