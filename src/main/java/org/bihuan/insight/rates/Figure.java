package org.bihuan.insight.rates;

import java.util.List;
import org.bihuan.foundation.shared.Text;

/**
 * A rate in words: what a reader has to know to count it again.
 *
 * @param rate which one
 * @param title its name
 * @param meaning what it says, in one sentence
 * @param numerator what is counted above the line
 * @param denominator what is counted below it
 * @param moment on which day something counts, and what changes later
 * @param unit whose figure it is
 * @param aside what is told beside it
 * @param out what is left out
 * @param source where the rule comes from
 */
public record Figure(
    Rate rate,
    Text title,
    Text meaning,
    Text numerator,
    Text denominator,
    Text moment,
    Text unit,
    Text aside,
    List<Text> out,
    Said source) {

  public Figure {
    out = List.copyOf(out);
  }

  /**
   * Where a rule comes from.
   *
   * @param text law or standard, or that it is ours
   * @param origin {@code national}, {@code local} or {@code ours}
   */
  public record Said(String text, String origin) {}
}
