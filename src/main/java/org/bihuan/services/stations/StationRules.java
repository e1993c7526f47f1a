package org.bihuan.services.stations;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What a form about a station must hold; every fault is named, and all of them at once. */
final class StationRules {

  private static final String PHONE = "0\\d{2,3}-\\d{7,8}|1[3-9]\\d{9}|400\\d{7}";
  private static final String CODE = "[a-z][a-z0-9-]{1,39}";

  private final Typed typed;
  private final List<FieldError> errors = new ArrayList<>();

  private StationRules(Typed typed) {
    this.typed = typed;
  }

  /** What a station is to be, everything but its state. */
  record Draft(
      Text name,
      String kind,
      Station.Place place,
      OpeningHours hours,
      String phone,
      String unit,
      List<String> facilities) {}

  /** What exists and may be named in a form. */
  record Known(
      Predicate<String> areas,
      Predicate<String> units,
      Predicate<String> kinds,
      Predicate<String> facilities) {}

  /** True if the actor works in the unit that keeps the station, or in the one that runs all. */
  static boolean keeps(Actor actor, String unit, String programme) {
    boolean works = actor.is(Role.HANDLER) || actor.is(Role.APPROVER);
    return works && (unit.equals(actor.unit()) || programme.equals(actor.unit()));
  }

  static Outcome<String> code(String typed) {
    var code = typed.strip();
    return code.matches(CODE) && !code.equals("new")
        ? new Outcome.Done<>(code)
        : Outcome.refused(
            "code",
            "format",
            "编码由小写字母、数字和连字符组成，以字母开头，2至40位",
            "A code has 2 to 40 lower-case letters, digits and hyphens, and begins with a letter");
  }

  static Outcome<Draft> draft(Typed typed, Known known) {
    return new StationRules(typed).draft(known);
  }

  private Outcome<Draft> draft(Known known) {
    var name = both("name", 60);
    var kind = chosen("kind", known.kinds());
    var area = chosen("area", known.areas());
    var address = both("address", 120);
    var way = both("way", 300);
    var point = point();
    var phone = phone();
    var unit = chosen("unit", known.units());
    var hours = hours();
    var facilities = typed.values().getOrDefault("facilities", List.of());
    if (facilities.isEmpty() || !facilities.stream().allMatch(known.facilities())) {
      wrong("facilities", "required", "至少选择一项设施", "Choose at least one facility");
    }
    if (!errors.isEmpty() || name == null || address == null || way == null || hours == null) {
      return new Outcome.Refused<>(errors);
    }
    var place = new Station.Place(area, address, way, point);
    return new Outcome.Done<>(new Draft(name, kind, place, hours, phone, unit, facilities));
  }

  /** Words in both languages; where only one is given it stands for both. */
  private @Nullable Text both(String field, int most) {
    var zh = words(typed.value(field + ".zh"));
    var en = words(typed.value(field + ".en"));
    if (zh.isEmpty() && en.isEmpty()) {
      wrong(field + ".zh", "required", "请填写这一项", "Fill this in");
      return null;
    }
    var text = new Text(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
    if (length(text.zh()) > most || length(text.en()) > 2 * most || hasControls(zh + en)) {
      wrong(
          field + ".zh",
          "too-long",
          "中文不超过" + most + "个字，英文不超过" + 2 * most + "个字符",
          "At most " + most + " Chinese characters and " + 2 * most + " English ones");
    }
    return text;
  }

  static String words(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  private String chosen(String field, Predicate<String> known) {
    var value = typed.value(field);
    if (!known.test(value)) {
      wrong(field, "required", "请从列表中选择", "Choose from the list");
    }
    return value;
  }

  private Point point() {
    var point = Point.parse(typed.value("point"));
    if (point.isEmpty()) {
      wrong(
          "point",
          "format",
          "坐标写作“纬度,经度”，例如 40.0931,113.2948",
          "Write the position as latitude,longitude, for example 40.0931,113.2948");
    }
    return point.orElse(new Point(0, 0));
  }

  private String phone() {
    var phone = words(typed.value("phone"));
    if (!phone.matches(PHONE)) {
      wrong(
          "phone",
          "format",
          "电话写作 0352-5550101 或手机号",
          "Write the phone as 0352-5550101 or a mobile number");
    }
    return phone;
  }

  private @Nullable OpeningHours hours() {
    var week = new ArrayList<List<Span>>();
    for (int day = 1; day <= 7; day++) {
      var spans = Span.ofDay(typed.value("week." + day));
      if (spans.isEmpty()) {
        wrong(
            "week." + day,
            "format",
            "时间写作 07:00-21:00，多段用逗号分开，过夜写作 20:00-06:00，不开放留空",
            "Write times as 07:00-21:00, several with commas, over night as 20:00-06:00, none if shut");
      }
      week.add(spans.orElse(List.of()));
    }
    var special = new TreeMap<LocalDate, List<Span>>();
    var lines = typed.value("special").lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > 60 || !lines.stream().allMatch(l -> OpeningHours.line(l, special))) {
      wrong(
          "special",
          "format",
          "每行一天，写作 2027-10-01 09:00-17:00，不开放写作 2027-10-01 -",
          "One day a line, as 2027-10-01 09:00-17:00; shut is 2027-10-01 -");
      return null;
    }
    return new OpeningHours(week, special);
  }

  /** What the keeper wants to say of the station now. */
  static Outcome<Station.Live> live(Typed typed, Instant now) {
    return new StationRules(typed).live(now);
  }

  private Outcome<Station.Live> live(Instant now) {
    var state = Station.State.find(typed.value("state"));
    if (state.isEmpty()) {
      wrong("state", "required", "请选择现在的状态", "Choose how it stands now");
    }
    var until = until(now);
    boolean plain = state.isEmpty() || state.get() == Station.State.OPEN;
    boolean explained = !(typed.value("reason.zh") + typed.value("reason.en")).isBlank();
    boolean needed = state.filter(s -> s == Station.State.PAUSED).isPresent();
    var reason = !plain && (explained || needed) ? both("reason", 120) : null;
    return errors.isEmpty()
        ? new Outcome.Done<>(
            new Station.Live(state.orElseThrow(), plain ? null : until, reason, now))
        : new Outcome.Refused<>(errors);
  }

  private @Nullable Instant until(Instant now) {
    var text = typed.value("until").strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      var until = LocalDateTime.parse(text.replace(' ', 'T')).atZone(ChinaTime.ZONE).toInstant();
      if (until.isAfter(now)) {
        return until;
      }
      wrong("until", "past", "恢复时间要晚于现在", "The time must be later than now");
    } catch (DateTimeParseException notATime) {
      wrong("until", "format", "时间写作 2027-10-01 08:00", "Write the time as 2027-10-01 08:00");
    }
    return null;
  }

  private void wrong(String field, String code, String zh, String en) {
    errors.add(new FieldError(field, code, new Text(zh, en)));
  }
}
