package org.bihuan.services.stations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * When a station is open, in the time of China. A special day takes the place of the day of the
 * week; what began the evening before runs to its end all the same.
 *
 * @param week Monday to Sunday, the times of each
 * @param special days that are not like the others, such as holidays
 */
public record OpeningHours(List<List<Span>> week, SortedMap<LocalDate, List<Span>> special) {

  /** How far ahead anybody looks for the next time it opens or shuts. */
  private static final int AHEAD = 21;

  public OpeningHours {
    if (week.size() != 7) {
      throw new IllegalArgumentException("a week has seven days");
    }
    week = week.stream().map(List::copyOf).toList();
    special = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(special));
  }

  /** A time it is open without a break. */
  private record Stretch(Instant from, Instant to) {}

  /** Reads what was stored: seven days, and lines of a day and its times. */
  static OpeningHours stored(List<String> week, List<String> special) {
    var days = week.stream().map(day -> Span.ofDay(day).orElseThrow()).toList();
    var others = new TreeMap<LocalDate, List<Span>>();
    special.forEach(line -> line(line, others));
    return new OpeningHours(days, others);
  }

  /**
   * Adds a line such as {@code 2026-10-01 09:00-17:00} or {@code 2026-10-01 -}; false if it cannot
   * be read or names a day that is there already.
   */
  static boolean line(String line, SortedMap<LocalDate, List<Span>> special) {
    var parts = line.strip().split("\\s+", 2);
    try {
      var day = LocalDate.parse(parts[0]);
      var spans = parts.length < 2 ? Optional.<List<Span>>empty() : Span.ofDay(parts[1]);
      return spans.isPresent() && special.putIfAbsent(day, spans.get()) == null;
    } catch (DateTimeException notADay) {
      return false;
    }
  }

  /** The times of Monday to Sunday, as a form shows them. */
  public List<String> weekText() {
    return week.stream().map(Span::text).toList();
  }

  /** The special days with their times, a line each, as a form shows them. */
  public List<String> specialText() {
    return special.entrySet().stream()
        .map(e -> e.getKey() + " " + Span.text(e.getValue()))
        .toList();
  }

  /** True if it is open at this instant. */
  public boolean openAt(Instant at) {
    return stretch(at) != null;
  }

  /** When this changes next; absent if it does not within three weeks. */
  public @Nullable Instant changesAt(Instant at) {
    var now = stretch(at);
    if (now != null) {
      boolean ever = now.to().isBefore(at.plus(Duration.ofDays(AHEAD - 1)));
      return ever ? now.to() : null;
    }
    return stretches(at).stream()
        .map(Stretch::from)
        .filter(from -> from.isAfter(at))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Stretch stretch(Instant at) {
    return stretches(at).stream()
        .filter(s -> !at.isBefore(s.from()) && at.isBefore(s.to()))
        .findFirst()
        .orElse(null);
  }

  /** In order; those that touch are one. */
  private List<Stretch> stretches(Instant at) {
    var today = ChinaTime.day(at);
    var found = new ArrayList<Stretch>();
    for (int ahead = -1; ahead <= AHEAD; ahead++) {
      var midnight = ChinaTime.startOf(today.plusDays(ahead));
      for (var span : day(today.plusDays(ahead))) {
        add(found, midnight, span);
      }
    }
    return found;
  }

  private static void add(List<Stretch> found, Instant midnight, Span span) {
    var from = midnight.plus(Duration.ofMinutes(span.from()));
    var to = midnight.plus(Duration.ofMinutes(span.to()));
    if (!found.isEmpty() && !found.getLast().to().isBefore(from)) {
      var before = found.removeLast();
      found.add(new Stretch(before.from(), to.isAfter(before.to()) ? to : before.to()));
    } else {
      found.add(new Stretch(from, to));
    }
  }

  /** The times of a day as people read them: {@code 07:00-21:00}; a dash where it stays shut. */
  public String on(LocalDate day) {
    return Span.text(day(day));
  }

  private List<Span> day(LocalDate day) {
    var other = special.get(day);
    return other == null ? week.get(day.getDayOfWeek().getValue() - 1) : other;
  }
}
