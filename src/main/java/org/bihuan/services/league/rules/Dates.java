package org.bihuan.services.league.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bihuan.foundation.shared.DataFile;

/**
 * The dates of each year and where refusals become too many, from {@code league/dates.yaml}.
 *
 * @param years in any order, at least one
 */
public record Dates(
    int version, List<Year> years, Refusals refusals, String source, String origin) {

  public Dates {
    years = List.copyOf(years);
  }

  /**
   * The three days of a year of graduation; each is the last that is in time.
   *
   * @param submitted all applications are in
   * @param reviewed all received applications are reviewed
   * @param moved everybody who should move has moved
   */
  public record Year(
      int year,
      LocalDate submitted,
      LocalDate reviewed,
      LocalDate moved,
      String source,
      String origin) {}

  /**
   * Where a receiver's returns become too many.
   *
   * @param share 0 to 1 of what it reviewed
   * @param least reviews before the share says anything
   * @param returns of one transfer, after which the committee may order a receiver
   */
  public record Refusals(double share, int least, int returns) {}

  /** The dates that ship. */
  public static Dates shipped() {
    return DataFile.resource("league/dates.yaml").as(Dates.class);
  }

  /**
   * The days of a year; for a year without a row, the same days of the month as in the latest year
   * before it (or the first there is).
   */
  public Year of(int year) {
    var known =
        years.stream()
            .filter(row -> row.year() <= year)
            .max(Comparator.comparingInt(Year::year))
            .orElseGet(() -> years.stream().min(Comparator.comparingInt(Year::year)).orElseThrow());
    int by = year - known.year();
    return by == 0
        ? known
        : new Year(
            year,
            known.submitted().plusYears(by),
            known.reviewed().plusYears(by),
            known.moved().plusYears(by),
            known.source(),
            known.origin());
  }

  /** True if a year's own days are in the file. */
  public boolean published(int year) {
    return years.stream().anyMatch(row -> row.year() == year);
  }
}
