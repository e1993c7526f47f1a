package org.bihuan.portal.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.insight.rates.Face;
import org.bihuan.insight.rates.Period;
import org.bihuan.insight.rates.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a table of rates shows.
 *
 * @param period of which days
 * @param face sorted by what; absent means by time
 * @param unit only this unit's; absent means the whole district
 * @param show the rate of the chart
 * @param sort column, with a minus for the largest first
 * @param sound false if what was asked for is no period, and this month is shown instead
 */
public record RateAsked(
    Period period,
    @Nullable Face face,
    @Nullable String unit,
    Rate show,
    String sort,
    boolean sound) {

  static final String TIME = "time";

  /** The code of what it is sorted by. */
  public String by() {
    return face == null ? TIME : face.code();
  }

  /** The part of an address that names the period, the unit and the sorting. */
  private Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    if (period.kind() == Period.Kind.DAYS) {
      parts.put("from", period.from().toString());
      parts.put("to", period.to().toString());
    } else {
      parts.put("period", period.kind().code());
    }
    parts.put("by", by());
    if (unit != null) {
      parts.put("unit", unit);
    }
    parts.put("show", show.code());
    parts.put("sort", sort);
    return parts;
  }

  /** The address of the table with one thing asked for otherwise; blank leaves it out. */
  public String with(String name, String value) {
    var parts = parts();
    if (name.equals("period")) {
      parts.remove("from");
      parts.remove("to");
    }
    parts.put(name, value);
    return "/board/rates?" + query(parts);
  }

  /** The address of the same table as a file. */
  public String file() {
    return "/board/rates.csv?" + query(parts());
  }

  /** The address of what came back most often in the same days. */
  public String again() {
    return "/board/rates/again?" + query(parts());
  }

  /** The address of the same days of the period before. */
  public String before() {
    var before = period.before();
    var parts = parts();
    parts.remove("period");
    parts.put("from", before.from().toString());
    parts.put("to", before.to().toString());
    return "/board/rates?" + query(parts);
  }

  /** The address of the list behind a figure. */
  public String list(String name, Rate rate, String standings) {
    var parts = parts();
    parts.remove("show");
    parts.remove("sort");
    parts.put("name", name);
    parts.put("rate", rate.code());
    parts.put("standing", standings);
    return "/board/rates/list?" + query(parts);
  }

  /** The address of the list behind a figure of all lines together. */
  public String total(Rate rate, String standings) {
    return list("", rate, standings).replace("&name=&", "&");
  }

  /** The address that sorts by a column; the other way round if it is sorted so already. */
  public String sorting(String column) {
    return with("sort", sort.equals("-" + column) ? column : "-" + column);
  }

  /** How a column is sorted, in the words of HTML; absent if it is not. */
  public @Nullable String sorted(String column) {
    if (sort.equals(column)) {
      return "ascending";
    }
    return sort.equals("-" + column) ? "descending" : null;
  }

  private static String query(Map<String, String> parts) {
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty() || part.getKey().equals("name"))
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
