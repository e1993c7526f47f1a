package org.bihuan.portal.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.insight.rates.Figures;
import org.bihuan.insight.rates.Period;
import org.bihuan.insight.rates.Rate;
import org.bihuan.insight.rates.Rates;
import org.bihuan.insight.rates.Share;
import org.bihuan.insight.rates.Weight;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the lists behind the figures with the words for their codes. */
@Component
final class RateListReading {

  /** The name of the page of a matter in the policy: who may open it sees it in a list. */
  private static final String MATTER = "GET /desk/cases/{number}";

  private static final int ROWS = 30;
  private static final int SPOTS = 30;
  private static final Share NOTHING = new Share(0, 0, 0, 0);

  private final Rates rates;
  private final Figures figures;
  private final RateReading tables;
  private final RateWords words;
  private final Naming naming;
  private final Sights sights;

  RateListReading(
      Rates rates,
      Figures figures,
      RateReading tables,
      RateWords words,
      Naming naming,
      Sights sights) {
    this.rates = rates;
    this.figures = figures;
    this.tables = tables;
    this.words = words;
    this.naming = naming;
    this.sights = sights;
  }

  RateList read(RateAsked asked, RateFilter filter, Actor actor) {
    var rate = Rate.of(Objects.requireNonNullElse(filter.rate(), "")).orElse(Rate.RESPONDED);
    var standings = Objects.requireNonNullElse(filter.standing(), "yes,no");
    var name = name(asked, filter);
    var after = Rates.Mark.parse(filter.after());
    var rows = query(asked, rate, standings, name).map(q -> rates.list(q, after, ROWS + 1));
    var found = rows.orElse(List.of());
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var here = name == null ? asked.total(rate, standings) : asked.list(name, rate, standings);
    return new RateList(
        asked,
        figures.of(rate),
        name == null ? words.message("rates.total") : words.name(asked.face(), name),
        share(asked, rate, name),
        standings,
        lines(shown, actor),
        name,
        found.size() > ROWS ? here + "&after=" + shown.getLast().mark().token() : null,
        after.equals(Rates.Mark.FIRST) ? null : here);
  }

  /** Absent for all lines together; a matter that names no item stands under an empty name. */
  private static @Nullable String name(RateAsked asked, RateFilter filter) {
    var name = filter.name();
    boolean named = name != null && (asked.face() != null || !name.isEmpty());
    return named ? name : null;
  }

  private static Set<Weight> standings(String codes) {
    var found = EnumSet.noneOf(Weight.class);
    Stream.of(codes.split(",", -1)).forEach(code -> Weight.of(code).ifPresent(found::add));
    return found;
  }

  /** The question to the rates; empty if no day of the period is meant. */
  Optional<Rates.Asked> query(RateAsked asked, Rate rate, String codes, @Nullable String name) {
    var standings = standings(codes);
    if (asked.face() != null || name == null) {
      var face = name == null ? null : asked.face();
      return Optional.of(
          new Rates.Asked(rate, standings, asked.period(), asked.unit(), face, name));
    }
    return days(asked.period(), name)
        .map(period -> new Rates.Asked(rate, standings, period, asked.unit(), null, null));
  }

  private static Optional<Period> days(Period period, String name) {
    try {
      var month = name.length() == 7;
      var first = month ? YearMonth.parse(name).atDay(1) : LocalDate.parse(name);
      return period.within(first, month ? YearMonth.parse(name).atEndOfMonth() : first);
    } catch (java.time.DateTimeException e) {
      return Optional.empty(); // no day of any calendar: nothing was counted on it
    }
  }

  private Share share(RateAsked asked, Rate rate, @Nullable String name) {
    var lines = tables.lines(asked, asked.period());
    return name == null
        ? Rates.total(lines).of(rate)
        : lines.stream()
            .filter(line -> line.name().equals(name))
            .map(line -> line.of(rate))
            .findFirst()
            .orElse(NOTHING);
  }

  List<RateList.Line> lines(List<Rates.Row> rows, Actor actor) {
    var ids = rows.stream().map(Rates.Row::caseId).distinct().toList();
    Map<CaseId, CaseView> files =
        sights.shown(MATTER, ids, actor).stream()
            .collect(Collectors.toMap(file -> file.identity().id(), Function.identity()));
    return rows.stream().map(row -> line(row, files.get(row.caseId()))).toList();
  }

  private RateList.Line line(Rates.Row row, @Nullable CaseView file) {
    return new RateList.Line(
        file == null ? null : file.identity().number().value(),
        file == null ? null : file.subject().title(),
        row.weight().code(),
        row.reason(),
        row.at(),
        naming.unit(row.unit()),
        words.item(row.item()),
        naming.area(row.area()));
  }

  RateList.Again again(RateAsked asked) {
    var spots =
        rates.spots(asked.unit(), asked.period(), SPOTS).stream()
            .map(
                spot ->
                    new RateList.Spot(
                        words.item(spot.item()),
                        naming.area(spot.area()),
                        spot.times(),
                        spot.latest()))
            .toList();
    return new RateList.Again(asked, figures.againDays(), spots);
  }
}
