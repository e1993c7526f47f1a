/**
 * What time does to matters: clocks that run out perform what procedures say, exactly once, also
 * after downtime; clocks are counted anew when the days off of a year are published.
 */
@NullMarked
@NamedInterface("timers")
package org.bihuan.loop.cases.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
