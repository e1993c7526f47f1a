/**
 * The register of a district: what every entry is, what proves it, who follows it, and how anyone
 * checks that it is whole. It knows files only as JSON, so that a check needs no procedure.
 */
@NullMarked
@NamedInterface("register")
package org.bihuan.loop.cases.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
