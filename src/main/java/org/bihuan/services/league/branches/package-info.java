/** The pages: the guide, the member's own, the branches', the receivers' and the committee's. */
@NullMarked
@NamedInterface("branches")
package org.bihuan.services.league.branches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
