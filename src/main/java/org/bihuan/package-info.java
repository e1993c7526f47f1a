/** The house of five floors; see docs/adr/0001. */
@NullMarked
package org.bihuan;

import org.jspecify.annotations.NullMarked;
