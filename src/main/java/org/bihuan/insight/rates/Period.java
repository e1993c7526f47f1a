package org.bihuan.insight.rates;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chinese days from one to another, both included.
 *
 * @param kind how it was asked for
 * @param from the first day
 * @param to the last day
 */
public record Period(Kind kind, LocalDate from, LocalDate to) {

  /** The first day anything can be asked for, and the longest that is summed at once. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final int MOST_YEARS = 10;

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it begins: " + from + " " + to);
    }
  }

  /** Ways to ask for a period. */
  public enum Kind {
    /** This week, from Monday. */
    WEEK,
    /** This month. */
    MONTH,
    /** This quarter. */
    QUARTER,
    /** This year. */
    YEAR,
    /** Between two days. */
    DAYS;

    /** The name used in addresses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code; empty if there is none. */
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /** Rows of one grain from one start to another. */
  record Stretch(String grain, LocalDate from, LocalDate to) {}

  /** What is running now, up to today. */
  public static Period running(Kind kind, LocalDate today) {
    var from =
        switch (kind) {
          case WEEK -> today.minusDays(today.getDayOfWeek().getValue() - 1L);
          case MONTH -> today.withDayOfMonth(1);
          case QUARTER -> today.with(IsoFields.DAY_OF_QUARTER, 1);
          case YEAR -> today.withDayOfYear(1);
          case DAYS -> today;
        };
    return new Period(kind, from, today);
  }

  /** Between two days; empty if the one is after the other, or too far away. */
  public static Optional<Period> between(LocalDate from, LocalDate to) {
    boolean sound =
        !to.isBefore(from)
            && !from.isBefore(EARLIEST)
            && !to.isAfter(from.plusYears(MOST_YEARS))
            && to.getYear() < 3000;
    return sound ? Optional.of(new Period(Kind.DAYS, from, to)) : Optional.empty();
  }

  /**
   * What somebody asked for; this month if nothing was, empty if it is no period.
   *
   * @param kind code of a way to ask; absent where days are named
   * @param from first day; absent with the other kinds
   * @param to last day; absent likewise
   */
  public static Optional<Period> asked(
      @Nullable String kind, @Nullable String from, @Nullable String to, LocalDate today) {
    boolean days = given(from) || given(to);
    if (!days || (given(kind) && !Kind.DAYS.code().equals(kind))) {
      return Kind.of(kind == null || kind.isBlank() ? Kind.MONTH.code() : kind)
          .filter(one -> one != Kind.DAYS)
          .map(one -> running(one, today));
    }
    return day(from).flatMap(first -> day(to).flatMap(last -> between(first, last)));
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // no day: the asker is told so
    }
  }

  /** The days two periods share; empty if none. */
  public Optional<Period> within(LocalDate first, LocalDate last) {
    var begin = first.isAfter(from) ? first : from;
    var end = last.isBefore(to) ? last : to;
    return end.isBefore(begin) ? Optional.empty() : Optional.of(new Period(Kind.DAYS, begin, end));
  }

  /** How many days. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** As many days of the period before: the same part of the last week, month, quarter or year. */
  public Period before() {
    return switch (kind) {
      case WEEK -> new Period(kind, from.minusWeeks(1), to.minusWeeks(1));
      case MONTH -> shifted(1);
      case QUARTER -> shifted(3);
      case YEAR -> new Period(kind, from.minusYears(1), to.minusYears(1));
      case DAYS -> new Period(kind, from.minusDays(days()), from.minusDays(1));
    };
  }

  private Period shifted(int months) {
    var begin = from.minusMonths(months);
    var end = begin.plusDays(days() - 1);
    var last = from.minusDays(1);
    return new Period(kind, begin, end.isAfter(last) ? last : end);
  }

  /** Whole months as months and the rest as days: the fewest rows that sum up to it. */
  List<Stretch> stretches() {
    var first = from.getDayOfMonth() == 1 ? from : firstOfNext(from);
    var end = firstOfNext(to).minusDays(1).equals(to) ? firstOfNext(to) : to.withDayOfMonth(1);
    if (!first.isBefore(end)) {
      return List.of(new Stretch("day", from, to));
    }
    var stretches = new ArrayList<Stretch>();
    if (from.isBefore(first)) {
      stretches.add(new Stretch("day", from, first.minusDays(1)));
    }
    stretches.add(new Stretch("month", first, end.minusDays(1)));
    if (!end.isAfter(to)) {
      stretches.add(new Stretch("day", end, to));
    }
    return stretches;
  }

  private static LocalDate firstOfNext(LocalDate day) {
    return day.with(TemporalAdjusters.firstDayOfNextMonth());
  }
}
