/** The tree of League organisations, and who acts for which of them. */
@NullMarked
@NamedInterface("organisations")
package org.bihuan.services.league.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
