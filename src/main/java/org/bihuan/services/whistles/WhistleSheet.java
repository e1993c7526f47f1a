package org.bihuan.services.whistles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ShownFact;
import org.jspecify.annotations.Nullable;

/**
 * A whistle as its page shows it: what, where, who is called, who came.
 *
 * @param head what it is
 * @param facts what the street wrote, and the lead's result
 * @param above the matter it is blown for; absent for most
 * @param calls the departments, the lead first
 * @param may what the reader may do now
 */
public record WhistleSheet(
    Head head, List<ShownFact> facts, @Nullable Relative above, List<CallLine> calls, May may) {

  /** The departments that finished: only they are rated. */
  public List<CallLine> rated() {
    return calls.stream().filter(CallLine::finished).toList();
  }

  /** What a whistle or a call is, in a line. */
  public record Head(
      String number,
      String title,
      Text state,
      String mark,
      Text kind,
      Text street,
      Text unit,
      @Nullable Instant due) {}

  /** Another matter. */
  public record Relative(String number, String title) {}

  /**
   * One department.
   *
   * @param code of the department
   * @param lead true for the one that leads
   * @param said what it answered and did, and how the street rated it
   * @param limits until when what is due
   * @param acts what the reader may do to it now
   * @param missed true if nobody came before the limit ran out
   * @param shows true if the reader may show it a code
   * @param arrives true if the reader may arrive for it
   */
  public record CallLine(
      String code,
      Head head,
      boolean lead,
      List<ShownFact> said,
      List<LimitLine> limits,
      List<ActRule> acts,
      boolean missed,
      boolean shows,
      boolean arrives) {

    /** True if it came and did its part. */
    boolean finished() {
      return said.stream().anyMatch(fact -> fact.name().equals("done"));
    }
  }

  /** A clock that runs. */
  public record LimitLine(Text title, Instant due, boolean late) {}

  /** What a reader may do to the whistle. */
  public record May(boolean report, boolean close, boolean withdraw, List<ActRule> acts) {}

  /** A department on the list of those that did not arrive. */
  public record MissedLine(Head head, LocalDate listedOn, boolean arrived) {}
}
