package org.bihuan.portal.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.routing.Duty;
import org.bihuan.loop.routing.DutyTrial;
import org.jspecify.annotations.Nullable;

/**
 * The page of the duty list.
 *
 * @param rows what was looked for, the more specific first
 * @param version which edition of the list
 * @param q the words looked for
 * @param matters what can be tried, by code
 * @param places where it can be tried, by code
 */
public record DutySheet(
    List<Row> rows, int version, String q, Map<String, Text> matters, Map<String, Text> places) {

  public DutySheet {
    rows = List.copyOf(rows);
  }

  /** One row in words. */
  public record Row(
      Text names, Text lead, List<Text> with, int weight, @Nullable LocalDate from, String source) {

    static Row of(Duty duty, String source, DutyWords words) {
      var with = duty.with() == null ? List.<String>of() : duty.with();
      return new Row(
          words.names(duty),
          words.unit(duty.unit()),
          with.stream().map(words::unit).toList(),
          duty.weight(),
          duty.from(),
          Objects.requireNonNullElse(duty.source(), source));
    }

    /** True if the words are in it, in either language. */
    boolean holds(String q) {
      var all = new StringBuilder(both(names)).append(both(lead)).append(source);
      with.forEach(unit -> all.append(both(unit)));
      return all.toString().toLowerCase(Locale.ROOT).contains(q);
    }

    private static String both(Text text) {
      return text.zh() + " " + text.en() + " ";
    }
  }

  /** A test run: every row that names the matter, and what it comes to. */
  public record Tried(List<Line> lines, boolean fallback) {

    static Tried of(DutyTrial trial, DutyWords words) {
      var lines =
          trial.candidates().stream()
              .map(
                  candidate ->
                      new Line(
                          words.names(candidate.duty()),
                          name(candidate.unit(), words.unit(candidate.duty().unit())),
                          candidate.duty().weight(),
                          candidate.decides(),
                          candidate.holds() ? null : candidate.duty().from()))
              .toList();
      return new Tried(lines, trial.fallback());
    }

    private static Text name(@Nullable WorkUnit unit, Text otherwise) {
      return unit == null ? otherwise : unit.name();
    }
  }

  /** One row that names the matter; {@code later} is the day from which it holds. */
  public record Line(
      Text names, Text unit, int weight, boolean decides, @Nullable LocalDate later) {}

  public Map<String, String> matters(Page page) {
    return DutyPages.in(page, matters);
  }

  public Map<String, String> places(Page page) {
    return DutyPages.in(page, places);
  }
}
