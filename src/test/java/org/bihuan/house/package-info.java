/**
 * The guards of the house: every rule of the style is a test here, and every rule is seen to fail
 * on a deliberately bad fixture.
 */
@NullMarked
package org.bihuan.house;

import org.jspecify.annotations.NullMarked;
