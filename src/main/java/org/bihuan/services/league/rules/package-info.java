/**
 * Where a membership goes and by when, as data: pure look-ups over the rule table and the dates of
 * the year, without database or clock.
 */
@NullMarked
@NamedInterface("rules")
package org.bihuan.services.league.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
