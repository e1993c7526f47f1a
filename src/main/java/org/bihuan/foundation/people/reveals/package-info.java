/** Who was shown a person's values in full: shown and written down in one transaction. */
@NullMarked
@NamedInterface("reveals")
package org.bihuan.foundation.people.reveals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
