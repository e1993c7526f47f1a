package org.bihuan.services.stations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A time of a day during which a station is open.
 *
 * @param from minute of the day it begins, 0 to 1439
 * @param to minute it ends, counted from the same midnight: past 1440 it runs into the next day
 */
record Span(int from, int to) {

  /** A day on which it stays shut. */
  static final String NONE = "-";

  static final int DAY = 24 * 60;

  private static final Pattern FORM =
      Pattern.compile(
          "([01]?\\d|2[0-3])[:：]([0-5]\\d)\\s*[-–~至到]\\s*([01]?\\d|2[0-4])[:：]([0-5]\\d)");

  public Span {
    if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
      throw new IllegalArgumentException("no time of a day: " + from + " to " + to);
    }
  }

  /**
   * The times of one day: {@code 07:00-21:00}, {@code 08:00-12:00,14:00-18:00}, {@code 20:00-06:00}
   * into the next day, {@code 00:00-24:00}; nothing or a dash is a day it stays shut. Empty if it
   * cannot be read or if times overlap.
   */
  static Optional<List<Span>> ofDay(String text) {
    var day = text.strip();
    if (day.isEmpty() || day.equals(NONE)) {
      return Optional.of(List.of());
    }
    var spans = new ArrayList<Span>();
    for (var part : day.split("[,，;；、]", -1)) {
      var span = of(part.strip());
      boolean after = spans.isEmpty() || span.filter(s -> s.from >= spans.getLast().to).isPresent();
      if (span.isEmpty() || !after) {
        return Optional.empty();
      }
      spans.add(span.get());
    }
    return Optional.of(List.copyOf(spans));
  }

  private static Optional<Span> of(String text) {
    var found = FORM.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int from = minutes(found.group(1), found.group(2));
    int to = minutes(found.group(3), found.group(4));
    int end = to <= from ? to + DAY : to;
    return to > DAY || end > from + DAY ? Optional.empty() : Optional.of(new Span(from, end));
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** A day's times as they are stored and shown. */
  static String text(List<Span> day) {
    return day.isEmpty() ? NONE : day.stream().map(Span::text).collect(Collectors.joining(","));
  }

  private String text() {
    return at(from) + "-" + at(to > DAY ? to - DAY : to);
  }

  private static String at(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
