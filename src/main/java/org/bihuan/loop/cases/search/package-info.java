/**
 * Lists and finds matters however many there are: what a list asks the indexes, and a follower of
 * the register that keeps the characters of titles, so that two of them are enough to find one.
 */
@NullMarked
@NamedInterface("search")
package org.bihuan.loop.cases.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
