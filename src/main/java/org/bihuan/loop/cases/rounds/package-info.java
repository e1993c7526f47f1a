/**
 * Rounds: what many callers bring at the same moment is carried in one transaction with one commit,
 * and every caller is answered only after it. Knows nothing of what is carried.
 */
@NullMarked
@NamedInterface("rounds")
package org.bihuan.loop.cases.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
