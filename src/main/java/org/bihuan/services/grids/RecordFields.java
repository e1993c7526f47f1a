package org.bihuan.services.grids;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a record says field by field, and how two edits of it meet: who changed what nobody else
 * changed is heard; what two changed is nobody's until somebody chooses.
 */
final class RecordFields {

  static final String PLACE = "place";
  static final String WHO = "who";
  static final String FOUND = "found";
  static final String DONE = "done";
  static final String AGAIN = "again";

  /** All of them, in the order of the page. */
  static final List<String> ALL = List.of(PLACE, WHO, FOUND, DONE, AGAIN);

  private static final System.Logger LOG = System.getLogger(RecordFields.class.getName());
  private static final int LINE = 100;
  private static final int STORY = 2000;

  private RecordFields() {}

  /**
   * Two edits of one version.
   *
   * @param fields what is heard; for a field two changed, what is there now
   * @param clashing the fields two changed, each to something else
   */
  record Merged(Map<String, String> fields, Set<String> clashing) {}

  /** How an edit made over {@code base} meets what is there now. */
  static Merged merge(Map<String, String> base, Map<String, String> now, Map<String, String> mine) {
    var fields = new LinkedHashMap<String, String>();
    var clashing = new LinkedHashSet<String>();
    for (var name : ALL) {
      var before = base.getOrDefault(name, "");
      var theirs = now.getOrDefault(name, "");
      var ours = mine.getOrDefault(name, before);
      boolean changed = !ours.equals(before);
      fields.put(name, changed && theirs.equals(before) ? ours : theirs);
      if (changed && !theirs.equals(before) && !ours.equals(theirs)) {
        clashing.add(name);
      }
    }
    return new Merged(fields, clashing);
  }

  /** A field both changed, as somebody chose: mine, theirs, or one under the other. */
  static String chosen(String name, String how, String theirs, String mine) {
    return switch (how) {
      case "mine" -> mine;
      case "both" -> name.equals(AGAIN) ? earlier(theirs, mine) : theirs + "\n" + mine;
      default -> theirs;
    };
  }

  /** Both days kept is the earlier one: nobody waits longer than either said. */
  private static String earlier(String one, String other) {
    var first = day(one);
    var second = day(other);
    if (first == null || second == null) {
      return first == null ? other : one;
    }
    return first.isBefore(second) ? one : other;
  }

  /** A day as a form writes it; absent if it is none. */
  static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      LOG.log(System.Logger.Level.DEBUG, "no day: {0}", e.getErrorIndex());
      return null;
    }
  }

  /** Only the fields of a record, each without blanks around it; what was not sent stays out. */
  static Map<String, String> cleaned(Map<String, String> sent) {
    var clean = new LinkedHashMap<String, String>();
    for (var name : ALL) {
      var value = sent.get(name);
      if (value != null) {
        clean.put(name, value.strip().replace("\r\n", "\n"));
      }
    }
    return clean;
  }

  /** What is wrong with them on a day, whatever the record is about. */
  static List<FieldError> faults(Map<String, String> fields, LocalDate today) {
    var errors = new ArrayList<FieldError>();
    for (var name : ALL) {
      var value = fields.getOrDefault(name, "");
      int most = name.equals(FOUND) || name.equals(DONE) ? STORY : LINE;
      if (value.codePointCount(0, value.length()) > most) {
        errors.add(
            wrong(name, "too-long", "不能超过" + most + "个字", "At most " + most + " characters"));
      } else if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
        errors.add(wrong(name, "format", "含有不能显示的字符", "It has characters that cannot be shown"));
      }
    }
    var again = fields.getOrDefault(AGAIN, "");
    if (!again.isEmpty()) {
      var day = day(again);
      if (day == null) {
        errors.add(wrong(AGAIN, "format", "请填写日期，如2026-12-01", "Enter a day like 2026-12-01"));
      } else if (day.isAfter(today.plusYears(1))) {
        errors.add(wrong(AGAIN, "too-late", "下次走访不能晚于一年后", "Not later than in a year"));
      }
    }
    return errors;
  }

  static FieldError wrong(String field, String code, String zh, String en) {
    return new FieldError(field, code, new Text(zh, en));
  }
}
