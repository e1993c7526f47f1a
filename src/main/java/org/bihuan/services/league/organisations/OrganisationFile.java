package org.bihuan.services.league.organisations;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * The file of organisations as written.
 *
 * @param version raised with every change
 * @param organisations parents before children
 */
record OrganisationFile(int version, List<Line> organisations) {

  /** One organisation. */
  record Line(
      String code,
      String kind,
      @Nullable String parent,
      String zh,
      String en,
      @Nullable String area,
      boolean branch,
      String origin) {

    Organisation organisation() {
      return new Organisation(
          code, Organisation.Kind.of(kind), parent, new Text(zh, en), area, branch);
    }
  }
}
