package org.bihuan.services.league.rolls;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/** Days as people write them: 2026-06-30, 2026/6/30, 2026年6月30日, 2026年6月. */
final class Days {

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?");

  private Days() {}

  /** The day, a month standing for its first; null, with a fault, if it is none. */
  static @Nullable LocalDate read(String text, List<Text> faults) {
    var read = DAY.matcher(text.replaceFirst("[T ].*", ""));
    if (read.matches()) {
      var day = read.group(3) == null ? "1" : read.group(3);
      var at = of(read.group(1), read.group(2), day);
      if (at.isPresent()) {
        return at.get();
      }
    }
    faults.add(new Text("毕业日期应写成 2026-06-30", "Write the day of graduation as 2026-06-30"));
    return null;
  }

  private static Optional<LocalDate> of(String year, String month, String day) {
    try {
      int at = Integer.parseInt(year);
      boolean sane = at >= 1990 && at <= 2100;
      return sane
          ? Optional.of(LocalDate.of(at, Integer.parseInt(month), Integer.parseInt(day)))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
