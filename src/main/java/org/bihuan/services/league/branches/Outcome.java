package org.bihuan.services.league.branches;

import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of one member's row.
 *
 * @param number the member's
 * @param why absent where it was done
 */
public record Outcome(String number, @Nullable Text why) {}
