package org.bihuan.loop.twins;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.CaseView;
import org.springframework.stereotype.Component;

/** The rules with the words they need: turns matters into what is kept, asked and compared. */
@Component
final class Measure {

  private static final int STREET_DIGITS = 9;
  private static final int DISTRICT_DIGITS = 6;

  /** Pairs of characters asked for; more find hardly more and cost. */
  private static final int ASKED = 12;

  private final TwinRules rules;
  private final Wording wording;
  private final Commonness commonness;
  private final Comparing comparing;

  Measure() {
    this(TwinRules.shipped());
  }

  private Measure(TwinRules rules) {
    this.rules = rules;
    this.wording = new Wording(rules.words());
    this.commonness =
        new Commonness(
            LabelledReports.tuning().map(report -> wording.words(report.text())).toList());
    this.comparing = new Comparing(rules, commonness);
  }

  TwinRules.Limits limits() {
    return rules.limits();
  }

  /** Whether matters of a kind are compared. */
  boolean compares(String procedure) {
    return rules.scope().procedures().contains(procedure);
  }

  /** Whether a matter may be compared with others. */
  boolean compares(CaseView file) {
    return compares(file.identity().procedure())
        && rules.scope().hidden().stream().noneMatch(f -> says(file, f));
  }

  /** Whether a fact is told and not denied, or is what {@code name=value} says. */
  private static boolean says(CaseView file, String fact) {
    var parts = fact.split("=", 2);
    var told = file.facts().path(parts[0]).asString("");
    return parts.length == 2 ? told.equals(parts[1]) : !told.isEmpty() && !told.equals("false");
  }

  /** Whether an answer to a matter is still to come. */
  boolean leads(CaseView file) {
    return rules.scope().leading().contains(file.state());
  }

  Account account(CaseView file) {
    var subject = file.subject();
    var text =
        rules.scope().facts().stream()
            .map(fact -> file.facts().path(fact).asString(""))
            .collect(Collectors.joining("。", subject.title() + "。", ""));
    return new Account(
        file.identity().id().value(),
        file.identity().procedure(),
        file.identity().item(),
        null,
        subject.applicant(),
        print(text, subject.area(), file.times().openedAt()));
  }

  Fingerprint print(String text, String area, Instant at) {
    return Fingerprint.of(wording.words(text), area, at);
  }

  Likeness compare(Fingerprint one, Fingerprint other) {
    return comparing.compare(one, other);
  }

  /** How alike the texts alone are. */
  double text(Fingerprint one, Fingerprint other) {
    return comparing.text(one, other);
  }

  /** What is stored of a print: its words, its street and its month. */
  static List<String> stored(Fingerprint print) {
    var stored = new ArrayList<>(print.words());
    stored.add(street(print.area()));
    stored.add(month(YearMonth.from(ChinaTime.day(print.at()))));
    return stored;
  }

  /** Matters of the street and the months around that share a thing or a rare pair. */
  String around(Fingerprint print) {
    var far = Duration.ofDays(rules.limits().days());
    var month = YearMonth.from(ChinaTime.day(print.at().minus(far)));
    var last = YearMonth.from(ChinaTime.day(print.at().plus(far)));
    var months = new ArrayList<String>();
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month(month));
    }
    return inStreet(print) + " & " + either(months);
  }

  /** Matters of the street, whenever. */
  String inStreet(Fingerprint print) {
    return either(telling(print)) + here(print.area());
  }

  /** Matters anywhere, whenever. */
  String anywhere(Fingerprint print) {
    return either(telling(print));
  }

  private List<String> telling(Fingerprint print) {
    var telling = new ArrayList<>(commonness.rarest(print.pairs(), ASKED));
    print.things().forEach(thing -> telling.add(Wording.THING + thing));
    if (telling.isEmpty()) {
      telling.add(Wording.THING);
    }
    return telling;
  }

  /** Words are of letters, digits and {@code ~=} only: nothing in them can end the quotes. */
  private static String either(List<String> words) {
    return words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" | ", "(", ")"));
  }

  /** Of the district as a whole nothing is asked. */
  private static String here(String area) {
    return area.length() < STREET_DIGITS ? "" : " & " + either(streets(area));
  }

  private static List<String> streets(String area) {
    return List.of(street(area), street(area.substring(0, DISTRICT_DIGITS)));
  }

  private static String street(String area) {
    return "a~" + area.substring(0, Math.min(STREET_DIGITS, area.length()));
  }

  private static String month(YearMonth month) {
    return "m~%04d%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
