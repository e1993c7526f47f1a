package org.bihuan.portal.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Rate;
import org.bihuan.insight.rates.Share;
import org.jspecify.annotations.Nullable;

/**
 * Rates as programs read them.
 *
 * @param version of the definitions, see {@code /board/figures}
 * @param from first Chinese day
 * @param to last Chinese day
 * @param by sorted by what
 * @param unit only this unit's; absent means the whole district
 * @param lines one for each name
 * @param total all of them
 * @param behind entries of the register that are not counted yet
 */
@Schema(name = "Figures", description = "Rates of appeals in a period")
record FigureAnswer(
    int version,
    LocalDate from,
    LocalDate to,
    String by,
    @Nullable String unit,
    List<Line> lines,
    Line total,
    long behind) {

  /**
   * One line.
   *
   * @param name code of the unit, item, street, channel or kind, or a day or month
   * @param label the same in words
   * @param now by name of the rate
   * @param before the same of the period before
   */
  record Line(String name, Text label, Map<String, Numbers> now, Map<String, Numbers> before) {}

  /**
   * A rate.
   *
   * @param yes the numerator
   * @param counted the denominator
   * @param percent with one decimal; absent where nothing is counted
   * @param aside told beside: not rated, not reached, not comparable
   * @param out left out by the definition
   */
  @Schema(name = "FigureNumbers")
  record Numbers(long yes, long counted, @Nullable Double percent, long aside, long out) {

    private static Numbers of(Share share) {
      return new Numbers(
          share.yes(),
          share.counted(),
          share.counted() == 0 ? null : share.perMille() / 10.0,
          share.aside(),
          share.out());
    }
  }

  static FigureAnswer of(RateTable table, int version) {
    var asked = table.asked();
    return new FigureAnswer(
        version,
        asked.period().from(),
        asked.period().to(),
        asked.by(),
        asked.unit(),
        table.rows().stream().map(FigureAnswer::line).toList(),
        line(table.total()),
        table.behind());
  }

  private static Line line(RateTable.Row row) {
    return new Line(row.name(), row.label(), numbers(row::of), numbers(row::before));
  }

  private static Map<String, Numbers> numbers(Function<Rate, Share> shares) {
    var numbers = new LinkedHashMap<String, Numbers>();
    for (var rate : Rate.values()) {
      numbers.put(rate.code(), Numbers.of(shares.apply(rate)));
    }
    return numbers;
  }
}
