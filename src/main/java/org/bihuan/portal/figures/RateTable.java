package org.bihuan.portal.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Figure;
import org.bihuan.insight.rates.Rate;
import org.bihuan.insight.rates.Share;
import org.jspecify.annotations.Nullable;

/**
 * A table of rates as its page shows it.
 *
 * @param asked what it shows
 * @param figures the columns, in words
 * @param rows the lines in order
 * @param total all lines together
 * @param units every unit that can be asked for; empty for those who see their own alone
 * @param faces what it can be sorted by
 * @param small denominators under this are shown as numbers
 * @param behind entries of the register that are not counted yet
 */
public record RateTable(
    RateAsked asked,
    List<Figure> figures,
    List<Row> rows,
    Row total,
    Map<String, Text> units,
    List<String> faces,
    int small,
    long behind) {

  /** So many bars are told apart. */
  private static final int MOST_BARS = 30;

  public RateTable {
    figures = List.copyOf(figures);
    rows = List.copyOf(rows);
    faces = List.copyOf(faces);
  }

  /**
   * A line.
   *
   * @param name its code
   * @param label its name
   * @param shares every rate in numbers
   * @param before the same of the period before
   */
  public record Row(String name, Text label, Map<Rate, Share> shares, Map<Rate, Share> before) {

    private static final Share NOTHING = new Share(0, 0, 0, 0);

    public Share of(Rate rate) {
      return shares.getOrDefault(rate, NOTHING);
    }

    Share before(Rate rate) {
      return before.getOrDefault(rate, NOTHING);
    }
  }

  /** One bar of the chart: a line, how long it is in per cent, what stands at its end. */
  public record Bar(Text label, String width, String value, boolean faint) {}

  /** A rate as it is written: per cent, or numbers where the denominator is small. */
  public String written(Share share) {
    if (share.counted() == 0) {
      return "—";
    }
    return share.counted() < small
        ? share.yes() + "/" + share.counted()
        : tenths(share.perMille()) + "%";
  }

  /** Percentage points since the period before, with a sign; absent where one is too small. */
  public @Nullable String change(Row row, Rate rate) {
    var now = row.of(rate);
    var before = row.before(rate);
    if (now.counted() < small || before.counted() < small) {
      return null;
    }
    int change = now.perMille() - before.perMille();
    return (change > 0 ? "+" : change < 0 ? "−" : "±") + tenths(Math.abs(change));
  }

  /** The chart of the rate that is shown. */
  public List<Bar> bars() {
    return rows.stream()
        .filter(row -> row.of(asked.show()).counted() > 0)
        .limit(MOST_BARS)
        .map(row -> bar(row, row.of(asked.show())))
        .toList();
  }

  private Bar bar(Row row, Share share) {
    // a bar of zero is a line that can be seen
    var width = tenths(Math.max(4, share.perMille()));
    return new Bar(row.label(), width + "%", written(share), share.counted() < small);
  }

  private static String tenths(int perMille) {
    return perMille / 10 + "." + perMille % 10;
  }

  /** The rate of the chart in words. */
  public Figure shown() {
    return figures.stream().filter(f -> f.rate() == asked.show()).findFirst().orElseThrow();
  }

  /** The units in the reader's language, for a select. */
  public Map<String, String> units(Page page) {
    var words = new LinkedHashMap<String, String>();
    units.forEach((code, text) -> words.put(code, page.text(text)));
    return words;
  }
}
