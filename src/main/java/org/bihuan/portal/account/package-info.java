/**
 * Pages of coming in and of one's own account: sign-in with a second factor, sign-in by a code to
 * the phone, sessions, password, tokens, and the first administrator.
 */
@NullMarked
@ApplicationModule(
    id = "portal.account",
    allowedDependencies = {
      "foundation.shared",
      "foundation.access",
      "foundation.access :: entry",
      "foundation.people"
    })
package org.bihuan.portal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
