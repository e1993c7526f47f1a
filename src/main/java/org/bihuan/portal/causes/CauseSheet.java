package org.bihuan.portal.causes;

import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ShownFact;
import org.bihuan.services.causes.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A root cause as its page shows it.
 *
 * @param cause the cause
 * @param items the matters it shows itself in
 * @param area where
 * @param put how it is put right
 * @param count how often it was raised before and after
 * @param lines what is linked to it, and what was
 */
public record CauseSheet(
    Cause cause, List<Text> items, Text area, Put put, Count count, List<Line> lines) {

  public CauseSheet {
    items = List.copyOf(items);
    lines = List.copyOf(lines);
  }

  /**
   * How a cause is put right.
   *
   * @param number of the rectification
   * @param state where it stands
   * @param kind how the state is marked
   * @param unit whose it is now
   * @param due when its nearest limit runs out; absent while none runs
   * @param answers measure, person responsible, time limit, result: as far as they are given
   * @param closedAt when it was written off; absent before
   */
  public record Put(
      String number,
      Text state,
      String kind,
      Text unit,
      @Nullable Instant due,
      List<ShownFact> answers,
      @Nullable Instant closedAt) {

    public Put {
      answers = List.copyOf(answers);
    }

    /** The answer to a question of the rectification; a dash where none was given. */
    public Text answer(String name) {
      return answers.stream()
          .filter(fact -> fact.name().equals(name))
          .map(ShownFact::value)
          .findFirst()
          .orElse(NONE);
    }

    private static final Text NONE = new Text("—", "—");
  }

  /**
   * How often the same was raised at the place.
   *
   * @param days in so many days at most on each side
   * @param before before the rectification was written off, or until now
   * @param after since; absent before it was written off
   */
  public record Count(int days, long before, @Nullable Long after) {}

  /**
   * A matter that is or was linked.
   *
   * @param number absent if the reader may not open it
   * @param title absent likewise
   * @param state where it stands; absent likewise
   * @param kind how the state is marked
   * @param why why it was linked
   * @param at when
   * @param ended why it was unlinked; absent while it is linked
   */
  public record Line(
      @Nullable String number,
      @Nullable String title,
      @Nullable Text state,
      String kind,
      String why,
      Instant at,
      @Nullable String ended) {}

  /** A row of the list of causes. */
  public record Row(Cause cause, List<Text> items, Text area, Put put, int linked) {}
}
