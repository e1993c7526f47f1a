/**
 * Ways in beyond the password: codes to a resident's phone, the second factor of staff, the link
 * for the first administrator; and the visits they begin, which one can see and end.
 */
@NullMarked
@NamedInterface("entry")
package org.bihuan.foundation.access.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
