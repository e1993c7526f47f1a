package org.bihuan.portal.dispatch;

import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.search.Loads.Load;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the form of an act that gives a matter to a unit or a person. It proposes and
 * never assigns: who decides presses the button.
 *
 * @param trial what the duty list says; absent where only a person of the unit is chosen
 * @param desks the units that come into question, the one proposed first
 */
public record Advice(@Nullable Proposed trial, List<UnitDesk> desks) {

  public Advice {
    desks = List.copyOf(desks);
  }

  /** What the duty list says: who leads, who helps, and why. */
  public record Proposed(Text lead, List<Text> with, Text why, boolean fallback) {

    public Proposed {
      with = List.copyOf(with);
    }
  }

  /** One unit: what lies on its desks and who is there. */
  public record UnitDesk(String unit, Text name, Load load, List<Hand> hands) {

    public UnitDesk {
      hands = List.copyOf(hands);
    }

    /** True if everybody who works there is away. */
    public boolean empty() {
      return hands.stream().allMatch(hand -> hand.deputy() != null);
    }
  }

  /**
   * Somebody who works there.
   *
   * @param name shown to colleagues
   * @param open matters taken on
   * @param deputy who stands in; absent while they are there themselves
   * @param least true for the one there who has taken on the fewest
   */
  public record Hand(String name, int open, @Nullable String deputy, boolean least) {}
}
