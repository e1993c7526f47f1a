package org.bihuan.insight.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.twins.Joining;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every sum equals what anybody counts by hand from the exported register, however it came to be.
 */
@TestApp
class RatesSqlTests {

  private static final Period ALL =
      new Period(Period.Kind.DAYS, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

  @Autowired Rates rates;
  @Autowired Register register;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired Joining joining;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private void anything(int steps) {
    var histories = new Histories(intake, cases, joining, work, clock);
    histories.run(steps);
    histories.unreached();
  }

  private Map<String, Long> recounted() {
    var out = new StringWriter();
    register.export(out);
    return Recount.of(out.toString()).counts;
  }

  /** Every sum by days that is not zero, but for kinds, which nobody is asked for yet. */
  private Map<String, Long> summed(String grain) {
    var sums = new TreeMap<String, Long>();
    for (var rate : Rate.values()) {
      for (var weight : Weight.values()) {
        var column = rate.code() + "_" + weight.code();
        jdbc.sql(
                "select unit, face, start, name, %s as n from rates.cell where grain = :grain and face <> 'kind' and %s <> 0"
                    .formatted(column, column))
            .param("grain", grain)
            .query(
                (row, n) -> {
                  var key =
                      List.of(
                          row.getString("unit"),
                          row.getString("face"),
                          row.getObject("start", LocalDate.class),
                          row.getString("name"),
                          rate.code(),
                          weight.code());
                  return sums.put(key.toString(), row.getLong("n"));
                })
            .list();
      }
    }
    return sums;
  }

  private static List<String> differences(Map<String, Long> summed, Map<String, Long> counted) {
    var keys = new TreeSet<>(summed.keySet());
    keys.addAll(counted.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(summed.get(key), counted.get(key)))
        .map(key -> key + " summed " + summed.get(key) + ", by hand " + counted.get(key))
        .toList();
  }

  @Test
  void equalARecountByHandCellByCell() {
    anything(1500);
    var counted = recounted();
    assertThat(differences(summed("day"), counted)).isEmpty();
    for (var end :
        List.of(
            "responded, yes]",
            "responded, no]",
            "responded, out]",
            "solved, yes]",
            "solved, no]",
            "solved, aside]",
            "solved, out]",
            "satisfied, yes]",
            "satisfied, no]",
            "satisfied, aside]",
            "recurred, yes]",
            "recurred, no]",
            "recurred, aside]",
            "recurred, out]")) {
      assertThat(counted.keySet().stream().filter(key -> key.endsWith(end)).count())
          .as(end)
          .isPositive();
    }
    assertThat(rates.behind()).isZero();
  }

  @Test
  void areTheSameByMonthsByNamesAndInTheListBehindThem() {
    anything(300);
    for (var face : List.of(Face.UNIT, Face.ITEM, Face.STREET)) {
      for (var line : rates.lines(null, face, ALL)) {
        for (var rate : Rate.values()) {
          for (var weight : Weight.values()) {
            var asked = new Rates.Asked(rate, Set.of(weight), ALL, null, face, line.name());
            assertThat(rates.list(asked, Rates.Mark.FIRST, 100_000))
                .hasSize((int) line.of(rate).of(weight));
          }
        }
      }
    }
    var total = Rates.total(rates.lines(null, Face.UNIT, ALL));
    assertThat(Rates.total(rates.course(null, ALL))).isEqualTo(total);
    var byDays = summed("day").values().stream().mapToLong(n -> n).sum();
    assertThat(summed("month").values().stream().mapToLong(n -> n).sum()).isEqualTo(byDays);
  }

  @Test
  void turnThePagesOfAListWithoutLosingOrRepeatingARow() {
    anything(300);
    var asked = new Rates.Asked(Rate.SOLVED, Set.of(Weight.values()), ALL, null, null, null);
    var all = rates.list(asked, Rates.Mark.FIRST, 100_000);
    var paged = new java.util.ArrayList<Rates.Row>();
    var after = Rates.Mark.FIRST;
    for (var page = rates.list(asked, after, 3); !page.isEmpty(); ) {
      paged.addAll(page);
      after = Rates.Mark.parse(page.getLast().mark().token());
      page = rates.list(asked, after, 3);
    }
    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
  }

  @Test
  void areCountedAnewFromTheFirstEntry() {
    anything(200);
    var before = summed("day");
    jdbc.sql("update rates.cell set solved_yes = solved_yes + 5").update();
    rates.rebuild();
    assertThat(summed("day")).isEmpty();
    assertThat(rates.behind()).isPositive();
    work.follow();
    assertThat(summed("day")).isEqualTo(before);
  }

  @Test
  void readTheSumsByTheirKeyAndTheListsByAnIndex() {
    var plan =
        jdbc.sql(
                "explain select * from rates.fact where district = 140213 and rate = 'solved' and unit = 'x' and day between '2026-01-01' and '2026-02-01'")
            .query(String.class)
            .list();
    assertThat(plan).asString().contains("fact_");
  }
}
