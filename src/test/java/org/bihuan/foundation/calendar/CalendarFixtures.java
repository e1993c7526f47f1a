package org.bihuan.foundation.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/** Days and moments as people write them, and files to spoil. */
final class CalendarFixtures {

  private CalendarFixtures() {}

  /** Eleven in the morning of a day. */
  static Instant on(String day) {
    return at(day + "T11:00");
  }

  static Instant at(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(ChinaTime.ZONE).toInstant();
  }

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  static Stop stop(String from, @Nullable String until) {
    return new Stop(on(from), until == null ? null : on(until));
  }

  static Deadline due(String limit, Instant start, Stop... stops) {
    return WorkCalendar.shipped().due(Limit.of(limit), start, List.of(stops));
  }

  static List<CountedDay> explain(String limit, Instant start, Stop... stops) {
    return WorkCalendar.shipped().explain(Limit.of(limit), start, List.of(stops));
  }

  /** The lines of an explanation, {@code 2026-06-17 counted 1}. */
  static List<String> lines(List<CountedDay> days) {
    return days.stream().map(d -> d.date() + " " + d.kind().code() + " " + d.n()).toList();
  }

  static String shippedFile(String name) {
    try (var in = CalendarFixtures.class.getResourceAsStream("/calendar/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A notice for 2027 as it might come: invented days, real form. */
  static String notice2027() {
    return """
    year: 2027
    status: published
    origin: national
    source: {title: 测试用通知, number: 测发〔2026〕1号, date: 2026-11-10}
    off:
      - {from: 2027-01-01, to: 2027-01-03, zh: 元旦, en: New Year's Day}
      - {from: 2027-02-05, to: 2027-02-12, zh: 春节, en: Spring Festival}
    makeup: [2027-01-30, 2027-02-20]
    """;
  }
}
