/**
 * Rolls: files of members, looked at before they are taken in, taken in once however often they are
 * sent, and going on where they stopped.
 */
@NullMarked
@NamedInterface("rolls")
package org.bihuan.services.league.rolls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
