package org.bihuan.portal.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Stop;
import org.bihuan.foundation.calendar.Unit;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What {@code calendar explain} is asked. Values are read here rather than by the parser, so that a
 * wrong one is told in one sentence ({@link IllegalArgumentException}).
 */
final class ExplainOptions {

  @Option(
      names = "--start",
      required = true,
      paramLabel = "DATE",
      description = "the day, or the moment like 2026-06-16T09:30, it starts (Beijing time)")
  private String start = "";

  @Option(names = "--limit", required = true, paramLabel = "N", description = "0 to 3650")
  private String limit = "";

  @Option(
      names = "--unit",
      defaultValue = "workday",
      paramLabel = "UNIT",
      description = "workday, day, hour or workhour (default ${DEFAULT-VALUE})")
  private String unit = "";

  @Option(
      names = "--stop",
      paramLabel = "FROM/UNTIL",
      description = "a stretch left out, repeatable; without UNTIL it still stands")
  private List<String> stops = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "when to suppose that a standing stop ends")
  private @Nullable String asOf;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, json or csv (default ${DEFAULT-VALUE})")
  private String format = "";

  @Option(
      names = "--lang",
      defaultValue = "zh",
      paramLabel = "LANG",
      description = "zh or en, for the table (default ${DEFAULT-VALUE})")
  private String lang = "";

  Instant start() {
    return moment("--start", start);
  }

  Limit limit() {
    return new Limit(amount(), unit());
  }

  private int amount() {
    if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) > 3650) {
      throw new IllegalArgumentException(
          "--limit must be a whole number from 0 to 3650, not '" + limit + "'");
    }
    return Integer.parseInt(limit);
  }

  private Unit unit() {
    return Unit.of(word("--unit", unit, Set.of("workday", "day", "hour", "workhour")));
  }

  List<Stop> stops() {
    return stops.stream().map(this::stop).toList();
  }

  /** The moment a standing stop is supposed to end; the start where none stands. */
  Instant asOf() {
    if (asOf != null) {
      return moment("--as-of", asOf);
    }
    if (stops().stream().anyMatch(s -> s.until() == null)) {
      throw new IllegalArgumentException("a --stop without UNTIL needs --as-of DATE");
    }
    return start();
  }

  String format() {
    return word("--format", format, Set.of("table", "json", "csv"));
  }

  Locale lang() {
    return Locale.forLanguageTag(word("--lang", lang, Set.of("zh", "en")));
  }

  private Stop stop(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("--stop must read FROM/UNTIL, not '" + text + "'");
    }
    var from = moment("--stop", text.substring(0, slash));
    var rest = text.substring(slash + 1);
    var until = rest.isEmpty() ? null : moment("--stop", rest);
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("--stop must not end before it begins: '" + text + "'");
    }
    return new Stop(from, until);
  }

  private static Instant moment(String option, String text) {
    try {
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(ChinaTime.ZONE).toInstant()
          : ChinaTime.startOf(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      throw new IllegalArgumentException(
          "%s must be a date like 2026-06-16 or a moment like 2026-06-16T09:30, not '%s'"
              .formatted(option, text),
          notADate);
    }
  }

  private static String word(String option, String text, Set<String> words) {
    if (!words.contains(text)) {
      var list = String.join(", ", words.stream().sorted().toList());
      throw new IllegalArgumentException(
          "%s must be one of %s, not '%s'".formatted(option, list, text));
    }
    return text;
  }
}
