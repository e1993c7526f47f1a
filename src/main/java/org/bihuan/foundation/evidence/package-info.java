/**
 * Files that belong to matters: looked at before they are kept, kept under the digest of their
 * content, handed out as attachments and never without a line in the log. Schema: {@code evidence}.
 */
@NullMarked
@ApplicationModule(
    id = "foundation.evidence",
    allowedDependencies = {"foundation.shared", "foundation.access", "foundation.people"})
package org.bihuan.foundation.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
