package org.bihuan.portal.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Figure;
import org.bihuan.insight.rates.Share;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one figure.
 *
 * @param asked the table it comes from
 * @param figure its definition
 * @param label the line of the table
 * @param share the figure in numbers
 * @param standings how the listed things count, with commas; the name of a choice
 * @param lines one for each thing counted, the newest first
 * @param name code of the line of the table; absent for all lines together
 * @param next absent on the last page
 * @param first absent on the first page
 */
public record RateList(
    RateAsked asked,
    Figure figure,
    Text label,
    Share share,
    String standings,
    List<Line> lines,
    @Nullable String name,
    @Nullable String next,
    @Nullable String first) {

  /** The lists one figure has: what it counts, each part of it, what it does not count. */
  public static final List<String> CHOICES = List.of("yes,no", "yes", "no", "aside", "out");

  public RateList {
    lines = List.copyOf(lines);
  }

  /** How many things a choice lists. */
  public long count(String choice) {
    return switch (choice) {
      case "yes,no" -> share.counted();
      case "yes" -> share.yes();
      case "no" -> share.no();
      case "aside" -> share.aside();
      case "out" -> share.out();
      case String _ -> share.all();
    };
  }

  /** The address of another choice. */
  public String choosing(String choice) {
    return name == null
        ? asked.total(figure.rate(), choice)
        : asked.list(name, figure.rate(), choice);
  }

  /**
   * One thing that was counted.
   *
   * @param number absent if the reader may not open the matter
   * @param title absent likewise
   * @param standing how it counts
   * @param reason why, by name
   * @param at when it first counted
   * @param unit whose it is
   * @param item what it is about
   * @param area where it lies
   */
  public record Line(
      @Nullable String number,
      @Nullable String title,
      String standing,
      String reason,
      Instant at,
      Text unit,
      Text item,
      Text area) {}

  /**
   * Matters at places that came back most often.
   *
   * @param asked the table it comes from
   * @param days so many days after closing it counts as the same again
   * @param spots the most frequent first
   */
  public record Again(RateAsked asked, int days, List<Spot> spots) {

    public Again {
      spots = List.copyOf(spots);
    }
  }

  /** A matter at a place, how often it came back, and when last. */
  public record Spot(Text item, Text area, long times, LocalDate latest) {}
}
