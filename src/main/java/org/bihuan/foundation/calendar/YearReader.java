package org.bihuan.foundation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/** Reads and checks the file of one year, noting every fault with its place. */
final class YearReader {

  private static final Set<String> ORIGINS = Set.of("national", "local", "ours");
  private static final Set<String> STATUSES = Set.of("published", "statutory");

  private final List<FieldError> errors = new ArrayList<>();
  private final Set<LocalDate> days = new HashSet<>();

  private YearReader() {}

  /**
   * A file read: the year, or why not.
   *
   * @param year absent exactly when there are errors
   * @param errors every fault found
   */
  record Reading(@Nullable WorkYear year, List<FieldError> errors) {}

  static Reading read(String yaml) {
    var reader = new YearReader();
    var year = reader.year(CheckedNode.of(yaml, reader.errors));
    return new Reading(reader.errors.isEmpty() ? year : null, List.copyOf(reader.errors));
  }

  /** Title, number and date of a source in one line; null where a fault was noted. */
  static @Nullable String source(CheckedNode file) {
    var source = file.mapping("source");
    var title = source.text("title");
    var number = source.optionalText("number");
    var date = source.date("date");
    source.nothingElse();
    return title == null || date == null
        ? null
        : title + (number == null ? "," : "(" + number + "),") + date;
  }

  static @Nullable String origin(CheckedNode file) {
    return file.word("origin", ORIGINS);
  }

  private @Nullable WorkYear year(CheckedNode file) {
    if (!errors.isEmpty()) {
      return null;
    }
    var year = file.integer("year");
    var status = file.word("status", STATUSES);
    var origin = origin(file);
    var source = source(file);
    var off = off(file, year);
    var makeup = makeup(file, year, status);
    file.nothingElse();
    covered(file, year);
    if (year == null || status == null || origin == null || source == null) {
      return null;
    }
    var about = new CalendarYear(year, "published".equals(status), source, origin, 0);
    return new WorkYear(about, off, makeup);
  }

  private static void covered(CheckedNode file, @Nullable Integer year) {
    if (year != null && (year < DayTable.FIRST.getYear() || year > DayTable.LAST.getYear())) {
      file.fault("year", "range", "年份应在 2024 至 2060 之间", "must lie within 2024 and 2060");
    }
  }

  private List<WorkYear.Off> off(CheckedNode file, @Nullable Integer year) {
    var ranges = new ArrayList<WorkYear.Off>();
    for (var entry : file.list("off")) {
      range(entry, year).ifPresent(ranges::add);
    }
    if (ranges.isEmpty()) {
      file.fault("off", "required", "没有可用的放假安排", "has no usable days off");
    }
    return ranges;
  }

  private Optional<WorkYear.Off> range(CheckedNode entry, @Nullable Integer year) {
    var from = entry.date("from");
    var to = entry.date("to");
    var zh = entry.text("zh");
    var en = entry.text("en");
    entry.nothingElse();
    inside(entry, "from", from, year);
    inside(entry, "to", to, year);
    if (from == null || to == null || zh == null || en == null) {
      return Optional.empty();
    }
    if (!ordered(entry, from, to) || !apart(entry, from)) {
      return Optional.empty();
    }
    from.datesUntil(to.plusDays(1)).forEach(days::add);
    return Optional.of(new WorkYear.Off(from, to, new Text(zh, en)));
  }

  private static boolean ordered(CheckedNode entry, LocalDate from, LocalDate to) {
    boolean ordered = !to.isBefore(from) && !to.isAfter(from.plusDays(31));
    if (!ordered) {
      entry.fault(
          "to",
          "order",
          "止日应不早于起日且不超过 31 天",
          "must be 0 to 31 days after from: " + from + ".." + to);
    }
    return ordered;
  }

  private boolean apart(CheckedNode entry, LocalDate from) {
    var last = days.stream().max(LocalDate::compareTo);
    if (last.isPresent() && !from.isAfter(last.get())) {
      entry.fault(
          "from",
          "overlap",
          "放假区间应按先后排列且互不重叠",
          "must come after the days off before it: " + from + " is not after " + last.get());
      return false;
    }
    return true;
  }

  private List<LocalDate> makeup(
      CheckedNode file, @Nullable Integer year, @Nullable String status) {
    var makeup = file.dates("makeup");
    var seen = new HashSet<LocalDate>();
    for (var day : makeup) {
      inside(file, "makeup", day, year);
      makeup(file, day, seen.add(day));
    }
    if ("statutory".equals(status) && !makeup.isEmpty()) {
      file.fault(
          "makeup",
          "statutory",
          "只列法定日的年份不应有补班日",
          "must be empty in a year that lists only statutory days");
    }
    return makeup.stream().sorted().toList();
  }

  private void makeup(CheckedNode file, LocalDate day, boolean first) {
    if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
      file.fault("makeup", "weekday", "补班日应为周末:" + day, "must be a weekend day: " + day);
    }
    if (days.contains(day)) {
      file.fault("makeup", "off", "补班日又列为放假:" + day, "is also listed as off: " + day);
    }
    if (!first) {
      file.fault("makeup", "duplicate", "补班日重复:" + day, "is listed twice: " + day);
    }
  }

  private static void inside(
      CheckedNode node, String key, @Nullable LocalDate day, @Nullable Integer year) {
    if (day != null && year != null && day.getYear() != year) {
      node.fault(
          key, "year", "不在 %d 年内:%s".formatted(year, day), "lies outside " + year + ": " + day);
    }
  }
}
