/** Care visits (慰问): who went where, what was given, what was heard and became matters. */
@NullMarked
@NamedInterface("visits")
package org.bihuan.services.stations.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
