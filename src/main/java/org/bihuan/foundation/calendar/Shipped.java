package org.bihuan.foundation.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.foundation.shared.FieldError;

/** The calendar files that come with the program, found by the year in their names. */
final class Shipped {

  static final OfficeHours OFFICE_HOURS = officeHours();
  static final List<WorkYear> YEARS = years();
  static final WorkCalendar CALENDAR = new WorkCalendar(YEARS, OFFICE_HOURS, 0);

  private Shipped() {}

  /** One shipped file read; throws with file, field and fault where it is wrong. */
  static WorkYear year(String name, String yaml) {
    var reading = YearReader.read(yaml);
    if (reading.year() == null) {
      throw refused(name, reading.errors());
    }
    return reading.year();
  }

  static OfficeHours hours(String name, String yaml) {
    var errors = new ArrayList<FieldError>();
    var sessions = OfficeHours.read(yaml, errors);
    if (!errors.isEmpty()) {
      throw refused(name, errors);
    }
    return new OfficeHours(sessions);
  }

  private static List<WorkYear> years() {
    return IntStream.rangeClosed(DayTable.FIRST.getYear(), DayTable.LAST.getYear())
        .mapToObj(year -> named(year + ".yaml").or(() -> named(year + "-statutory.yaml")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<WorkYear> named(String name) {
    return text(name).map(yaml -> year(name, yaml));
  }

  private static OfficeHours officeHours() {
    var name = "office-hours.yaml";
    return text(name)
        .map(yaml -> hours(name, yaml))
        .orElseThrow(() -> new IllegalStateException("calendar/" + name + " is missing"));
  }

  private static Optional<String> text(String name) {
    try (var in = Shipped.class.getResourceAsStream("/calendar/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException("calendar/" + name, fault);
    }
  }

  private static IllegalStateException refused(String name, List<FieldError> errors) {
    return new IllegalStateException(
        errors.stream()
            .map(e -> "calendar/" + name + ": " + e.field() + " " + e.message().en())
            .collect(Collectors.joining("; ")));
  }
}
