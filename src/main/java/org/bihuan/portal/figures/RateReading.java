package org.bihuan.portal.figures;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Face;
import org.bihuan.insight.rates.Figures;
import org.bihuan.insight.rates.Period;
import org.bihuan.insight.rates.Rate;
import org.bihuan.insight.rates.Rates;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a table of rates with the words for its codes. */
@Component
final class RateReading {

  /** The name of the rates in the policy. */
  static final String ROUTE = "GET /board/rates";

  private static final String COUNTED = "-counted";
  private static final Text ALL = new Text("合计", "All");

  private final Rates rates;
  private final Figures figures;
  private final RateWords words;
  private final Naming naming;
  private final Sights sights;
  private final Clock clock;

  RateReading(
      Rates rates, Figures figures, RateWords words, Naming naming, Sights sights, Clock clock) {
    this.rates = rates;
    this.figures = figures;
    this.words = words;
    this.naming = naming;
    this.sights = sights;
    this.clock = clock;
  }

  /** What an address asks for, as far as the reader may see it. */
  RateAsked asked(RateFilter filter, Actor actor) {
    var today = ChinaTime.day(clock.instant());
    var period = Period.asked(filter.period(), filter.from(), filter.to(), today);
    var unit = unit(filter.unit(), actor);
    var by = Objects.requireNonNullElse(filter.by(), unit == null ? "unit" : "item");
    var face = by.equals(RateAsked.TIME) ? null : Face.of(by).orElse(Face.UNIT);
    var show = Rate.of(Objects.requireNonNullElse(filter.show(), "")).orElse(Rate.RESPONDED);
    var sort = filter.sort();
    return new RateAsked(
        period.orElseGet(() -> Period.running(Period.Kind.MONTH, today)),
        face,
        unit,
        show,
        sort == null || !columns().contains(sort.replaceFirst("^-", "")) ? usual(face) : sort,
        period.isPresent());
  }

  private static String usual(@Nullable Face face) {
    return face == null ? "name" : COUNTED;
  }

  private static List<String> columns() {
    return Stream.concat(Stream.of("name", "counted"), Stream.of(Rate.values()).map(Rate::code))
        .toList();
  }

  /** Those who lead a unit see that unit's figures, whatever they ask for. */
  private @Nullable String unit(@Nullable String wanted, Actor actor) {
    if (!sights.everywhere(ROUTE, actor)) {
      return Objects.requireNonNullElse(actor.unit(), "-");
    }
    return wanted == null || !naming.units().containsKey(wanted) ? null : wanted;
  }

  RateTable read(RateAsked asked, Actor actor) {
    var lines = lines(asked, asked.period());
    var before =
        lines(asked, asked.period().before()).stream()
            .collect(Collectors.toMap(Rates.Line::name, Function.identity()));
    var face = asked.face();
    var rows = new ArrayList<RateTable.Row>();
    lines.forEach(
        line -> {
          var earlier = face == null ? null : before.get(line.name());
          rows.add(row(words.name(face, line.name()), line, earlier));
        });
    rows.sort(order(asked));
    return new RateTable(
        asked,
        figures.all(),
        rows,
        row(ALL, Rates.total(lines), Rates.total(before.values())),
        sights.everywhere(ROUTE, actor) ? naming.units() : Map.of(),
        faces(),
        figures.small(),
        rates.behind());
  }

  List<Rates.Line> lines(RateAsked asked, Period period) {
    var face = asked.face();
    return face == null
        ? rates.course(asked.unit(), period)
        : rates.lines(asked.unit(), face, period);
  }

  private static RateTable.Row row(Text label, Rates.Line line, Rates.@Nullable Line before) {
    return new RateTable.Row(
        line.name(), label, line.shares(), before == null ? Map.of() : before.shares());
  }

  private List<String> faces() {
    return Stream.concat(Stream.of(Face.values()).map(Face::code), Stream.of(RateAsked.TIME))
        .filter(code -> !code.equals(Face.KIND.code()) || words.asksKind())
        .toList();
  }

  private static Comparator<RateTable.Row> order(RateAsked asked) {
    var column = asked.sort().replaceFirst("^-", "");
    Comparator<RateTable.Row> order =
        switch (column) {
          case "name" -> Comparator.comparing(RateTable.Row::name);
          case "counted" -> Comparator.comparingLong(row -> row.of(asked.show()).counted());
          case String rate -> by(Rate.of(rate).orElseThrow());
        };
    return (asked.sort().startsWith("-") ? order.reversed() : order)
        .thenComparing(RateTable.Row::name);
  }

  /** By the rate; where nothing is counted comes before everything. */
  private static Comparator<RateTable.Row> by(Rate rate) {
    return Comparator.comparingInt(
            (RateTable.Row row) -> row.of(rate).counted() == 0 ? -1 : row.of(rate).perMille())
        .thenComparingLong(row -> row.of(rate).counted());
  }
}
