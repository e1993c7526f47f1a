package org.bihuan.foundation.access.entry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether staff have a second factor. The national standard for grade-three systems asks for two.
 *
 * @param secondFactor off: nobody; optional: whoever sets one up; required: everybody
 */
@ConfigurationProperties("bihuan.sign-in")
record FactorSettings(@DefaultValue("optional") Wanted secondFactor) {

  /** How much the house insists. */
  enum Wanted {
    OFF,
    OPTIONAL,
    REQUIRED
  }
}
