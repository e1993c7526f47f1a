package org.bihuan.services.league.branches;

import java.util.List;
import org.bihuan.services.league.organisations.Organisation;

/** An organisation and who acts for it, by name. */
public record PostLine(Organisation organisation, List<String> holders) {

  public PostLine {
    holders = List.copyOf(holders);
  }
}
