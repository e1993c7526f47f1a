/**
 * How fast the closed loop turns, measured beside rivals in the same run. Nothing here is part of
 * the product; nothing here fails because a machine is slow.
 */
@NullMarked
package org.bihuan.bench;

import org.jspecify.annotations.NullMarked;
