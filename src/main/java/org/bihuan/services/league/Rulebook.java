package org.bihuan.services.league;

import org.bihuan.foundation.shared.District;
import org.bihuan.services.league.rules.Dates;
import org.bihuan.services.league.rules.RuleTable;
import org.springframework.stereotype.Component;

/** The table and the dates in force in this district. */
@Component
public class Rulebook {

  private final RuleTable table;
  private final Dates dates;

  Rulebook(District district) {
    this.table = RuleTable.of(district.code());
    this.dates = Dates.shipped();
  }

  /** The decision table. */
  public RuleTable table() {
    return table;
  }

  /** The dates of the years. */
  public Dates dates() {
    return dates;
  }
}
