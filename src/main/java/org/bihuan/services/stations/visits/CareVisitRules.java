package org.bihuan.services.stations.visits;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Station;
import org.bihuan.services.stations.StationCatalogue;
import org.jspecify.annotations.Nullable;

/** What a visit must hold before it is kept; every fault is named. */
final class CareVisitRules {

  private static final int UNITS = 4;

  private final Typed typed;
  private final List<FieldError> errors = new ArrayList<>();

  private CareVisitRules(Typed typed) {
    this.typed = typed;
  }

  /** What exists and may be named. */
  record Known(
      @Nullable Station station,
      Predicate<String> areas,
      Predicate<String> units,
      StationCatalogue catalogue,
      LocalDate today) {}

  /** A visit that may be kept. */
  record Draft(
      UUID request,
      LocalDate day,
      CareVisit.Site site,
      CareVisit.Party party,
      CareVisit.Met met,
      String note,
      Map<String, Integer> gifts,
      boolean fromStock) {}

  static Outcome<Draft> draft(Typed typed, Known known) {
    return new CareVisitRules(typed).draft(known);
  }

  private Outcome<Draft> draft(Known known) {
    var request = request();
    var day = day(known.today());
    var site = site(known);
    var units = units(known.units());
    var others = words("others", 100);
    int people = number("people", 1, 500);
    var met = met(known.catalogue());
    var gifts = gifts(known.catalogue());
    boolean stock = typed.value("from").equals("stock");
    if (stock && known.station() == null && !gifts.isEmpty()) {
      wrong(
          "from",
          "no-station",
          "不在驿站的慰问，慰问品只能选“自带”",
          "Away from a station, gifts are brought along");
    }
    var note = words("note", 1000);
    if (!errors.isEmpty() || request == null || day == null || site == null) {
      return new Outcome.Refused<>(errors);
    }
    return new Outcome.Done<>(
        new Draft(
            request,
            day,
            site,
            new CareVisit.Party(units, others, people),
            met,
            note,
            gifts,
            stock));
  }

  private CareVisit.Met met(StationCatalogue list) {
    return new CareVisit.Met(
        number("met", 0, 5000), among("groups", list.groups()), among("topics", list.topics()));
  }

  private @Nullable UUID request() {
    try {
      return UUID.fromString(typed.value("request"));
    } catch (IllegalArgumentException stale) {
      wrong("main", "stale", "页面已过期，请重新打开", "This page is too old; open it anew");
      return null;
    }
  }

  private @Nullable LocalDate day(LocalDate today) {
    try {
      var day = LocalDate.parse(typed.value("day").strip());
      if (!day.isAfter(today) && day.isAfter(today.minusYears(2))) {
        return day;
      }
    } catch (DateTimeException notADay) {
      wrong("day", "format", "请选择慰问日期", "Choose the day of the visit");
      return null;
    }
    wrong(
        "day",
        "range",
        "慰问日期应在最近两年内，不能晚于今天",
        "The day is within the last two years and not later than today");
    return null;
  }

  private CareVisit.@Nullable Site site(Known known) {
    var station = known.station();
    if (station != null) {
      return new CareVisit.Site(station.id(), station.name().zh(), station.place().area());
    }
    var name = words("site", 100);
    if (name.isEmpty()) {
      wrong("site", "required", "请选择驿站，或填写企业网点名称", "Choose a station, or name the company's site");
    }
    var area = typed.value("area");
    if (!known.areas().test(area)) {
      wrong("area", "required", "请选择所在街道", "Choose the street");
    }
    return name.isEmpty() ? null : new CareVisit.Site(null, name, area);
  }

  private List<String> units(Predicate<String> known) {
    var units =
        Stream.iterate(1, i -> i + 1)
            .limit(UNITS)
            .map(i -> typed.value("unit." + i))
            .filter(unit -> !unit.isEmpty())
            .distinct()
            .toList();
    if (units.isEmpty() || !units.stream().allMatch(known)) {
      wrong("unit.1", "required", "至少选择一个慰问单位", "Choose at least one unit that went");
    }
    return units;
  }

  private List<String> among(String field, List<StationCatalogue.Entry> list) {
    return list.stream()
        .map(StationCatalogue.Entry::code)
        .filter(code -> typed.has(field, code))
        .toList();
  }

  private int number(String field, int least, int most) {
    var text = typed.value(field).strip();
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      wrong(
          field,
          "range",
          "请填" + least + "至" + most + "的整数",
          "A whole number from " + least + " to " + most);
    }
    return number;
  }

  private Map<String, Integer> gifts(StationCatalogue catalogue) {
    var gifts = new LinkedHashMap<String, Integer>();
    for (var supply : catalogue.supplies()) {
      var field = "gift." + supply.code();
      if (!typed.value(field).isBlank()) {
        int quantity = number(field, 0, 10_000);
        if (quantity > 0) {
          gifts.put(supply.code(), quantity);
        }
      }
    }
    return gifts;
  }

  private String words(String field, int most) {
    var words = Normalizer.normalize(typed.value(field), Normalizer.Form.NFC).strip();
    boolean unseen =
        words.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
    if (words.codePointCount(0, words.length()) > most || unseen) {
      wrong(field, "too-long", "不超过" + most + "个字", "At most " + most + " characters");
    }
    return words;
  }

  private void wrong(String field, String code, String zh, String en) {
    errors.add(new FieldError(field, code, new Text(zh, en)));
  }
}
