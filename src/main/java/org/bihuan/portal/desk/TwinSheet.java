package org.bihuan.portal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.twins.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * What a desk sees of matters that are likely the same.
 *
 * @param likely the likeliest first
 * @param behind the main case this one waits for; absent if none
 * @param followers what waits or waited for this one
 * @param items which item settled matters speak for
 * @param units which unit they speak for
 */
public record TwinSheet(
    List<Row> likely,
    @Nullable Line behind,
    List<Line> followers,
    List<Proposal> items,
    List<Proposal> units) {

  /**
   * A likely twin.
   *
   * @param reporters how many people wait for its answer
   * @param leads whether its answer is still to come
   * @param own true if the same person raised it
   */
  public record Row(
      UUID id,
      String number,
      String title,
      Text state,
      Text unit,
      Text area,
      Instant opened,
      Likeness likeness,
      int reporters,
      boolean leads,
      boolean own) {}

  /**
   * A matter that is, or was, handled together with this one.
   *
   * @param ended how that ended: answered, parted, moved or closed; absent while it waits
   * @param score how alike they were, in hundredths; absent if nobody compared them
   */
  public record Line(
      String number,
      String title,
      Text state,
      Instant at,
      String why,
      @Nullable Integer score,
      @Nullable String ended) {}

  /** What earlier matters speak for, and the closest of them. */
  public record Proposal(Text value, int percent, List<Example> closest) {}

  /** A settled matter that speaks for a proposal. */
  public record Example(String number, String title) {}

  /** How many people wait for this one's answer besides its own person. */
  public long waiting() {
    return followers.stream().filter(line -> line.ended() == null).count();
  }
}
