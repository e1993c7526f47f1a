package org.bihuan.foundation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Every day of the supported years by index, with counts of working days before each and the day of
 * each count: both questions are one array access.
 */
final class DayTable {

  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final LocalDate LAST = LocalDate.of(2060, 12, 31);

  /** Number of days covered, which is also the index of the day after the last. */
  static final int SIZE = Math.toIntExact(LAST.toEpochDay() - FIRST.toEpochDay() + 1);

  private final Nature[] natures = new Nature[SIZE];
  private final @Nullable Text[] holidays = new Text[SIZE];
  private final int[] workedBefore = new int[SIZE + 1];
  private final int[] dayOfRank;
  private final Set<Integer> published = new HashSet<>();

  /** What a day is before anybody counts. */
  enum Nature {
    WORKDAY,
    MAKEUP,
    WEEKEND,
    HOLIDAY
  }

  DayTable(Collection<WorkYear> years) {
    Arrays.setAll(natures, i -> plain(date(i)));
    years.forEach(this::enter);
    for (int i = 0; i < SIZE; i++) {
      workedBefore[i + 1] = workedBefore[i] + (works(i) ? 1 : 0);
    }
    dayOfRank = new int[workedBefore[SIZE]];
    for (int i = 0; i < SIZE; i++) {
      if (works(i)) {
        dayOfRank[workedBefore[i]] = i;
      }
    }
  }

  /** The index of a day; throws where the calendar does not reach. */
  static int index(LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "the calendar covers " + FIRST + " to " + LAST + ", not " + day);
    }
    return Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
  }

  static LocalDate date(int index) {
    return FIRST.plusDays(index);
  }

  Nature nature(int index) {
    return natures[index];
  }

  @Nullable Text holiday(int index) {
    return holidays[index];
  }

  boolean works(int index) {
    return natures[index] == Nature.WORKDAY || natures[index] == Nature.MAKEUP;
  }

  /** Working days before this day. */
  int workedBefore(int index) {
    return workedBefore[index];
  }

  /** The working day with this rank, 1 for the first of all. */
  int ranked(long rank) {
    if (rank < 1 || rank > dayOfRank.length) {
      throw new IllegalArgumentException(
          "the calendar ends on " + LAST + ", before the limit does");
    }
    return dayOfRank[Math.toIntExact(rank - 1)];
  }

  boolean provisional(int index) {
    return !published.contains(date(index).getYear());
  }

  /** Whether a day from {@code first} to {@code last}, both included, is in an unpublished year. */
  boolean provisional(int first, int last) {
    for (int year = date(first).getYear(); first <= last && year <= date(last).getYear(); year++) {
      if (!published.contains(year)) {
        return true;
      }
    }
    return false;
  }

  private void enter(WorkYear year) {
    for (var off : year.off()) {
      for (int i = index(off.from()); i <= index(off.to()); i++) {
        natures[i] = Nature.HOLIDAY;
        holidays[i] = off.name();
      }
    }
    year.makeup().forEach(day -> natures[index(day)] = Nature.MAKEUP);
    if (year.about().published()) {
      published.add(year.year());
    }
  }

  private static Nature plain(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? Nature.WORKDAY : Nature.WEEKEND;
  }
}
