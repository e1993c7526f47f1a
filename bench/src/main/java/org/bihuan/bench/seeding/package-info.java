/**
 * Makes a district's years out of nothing: lifelike matters by the million, written past the door
 * but with every digest, position and clock as the product would have written them.
 */
@NullMarked
package org.bihuan.bench.seeding;

import org.jspecify.annotations.NullMarked;
