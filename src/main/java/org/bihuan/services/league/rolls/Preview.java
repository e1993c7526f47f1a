package org.bihuan.services.league.rolls;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.organisations.Organisation;

/**
 * What a roll would do, before it does it.
 *
 * @param roll as it stands
 * @param sound lines that can be taken in
 * @param faulty lines that cannot
 * @param first the first faults, for the page; all are in the file of faults
 * @param fresh schools and classes that come with it
 */
public record Preview(
    Roll roll, int sound, int faulty, List<Fault> first, List<Organisation> fresh) {

  public Preview {
    first = List.copyOf(first);
    fresh = List.copyOf(fresh);
  }

  /** One fault of a line. */
  public record Fault(int line, Text why) {}
}
