package org.bihuan.services.grids;

import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A grid and who looks after it.
 *
 * @param grid its name
 * @param post absent if nobody does
 * @param holder name of who does; empty if nobody does or they left
 */
public record PostLine(Text grid, @Nullable Post post, String holder) {}
