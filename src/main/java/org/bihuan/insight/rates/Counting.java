package org.bihuan.insight.rates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.insight.rates.Dossier.Run;
import org.bihuan.loop.cases.register.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an entry means to the rates: a pure function from how far a matter has been counted and what
 * happened next to how far it is counted then. The rules in words stand with the definitions.
 */
final class Counting {

  private final Figures figures;
  private final Dossier before;
  private final Entry entry;
  private final List<Change> changes = new ArrayList<>();
  private final String unit;
  private Run run;
  private @Nullable String answeredBy;
  private int turn;
  private int rated;

  private Counting(Figures figures, Dossier before, Entry entry) {
    this.figures = figures;
    this.before = before;
    this.entry = entry;
    this.unit = unit(entry.content().data(), before.where().unit());
    this.run = before.run();
    this.answeredBy = before.answeredBy();
    this.turn = before.turn();
    this.rated = before.rated();
  }

  /** How far the matter is counted after an entry, and what changed by it. */
  record Counted(Dossier after, List<Change> changes) {}

  static Counted next(Figures figures, Dossier before, Entry entry) {
    var counting = new Counting(figures, before, entry);
    figures.words(entry.act()).forEach(counting::take);
    return counting.done();
  }

  private static String unit(@Nullable JsonNode data, String before) {
    return data == null ? before : data.path("unit").asString(before);
  }

  private Counted done() {
    var after =
        new Dossier(
            before.caseId(),
            before.where().in(unit),
            before.openedAt(),
            run,
            answeredBy,
            turn,
            rated);
    return new Counted(after, List.copyOf(changes));
  }

  private void take(Word word) {
    switch (word) {
      case ASSIGNED -> run = new Run(run.number() + 1, true, false, false);
      case JOINED -> join();
      case PARTED -> leave("joined");
      case RETURNED -> leave("returned");
      case LATE -> late();
      case ANSWERED -> answered();
      case AT_DESK -> atDesk();
      case UNFOUNDED -> unfounded();
      case REDIRECTED -> turned(Rate.SOLVED, Weight.OUT, "redirected");
      case WITHDRAWN -> withdrawn();
      case SOLVED -> closed(Weight.YES, "solved");
      case UNREACHED -> closed(Weight.ASIDE, "unreached");
      case UNSOLVED -> again("objected");
      case TAKEN_UP -> turn();
      case REOPENED -> reopened();
      case RATED -> rate();
      case STRUCK -> strike();
    }
  }

  private void join() {
    int number = run.running() ? run.number() : run.number() + 1;
    run = new Run(number, true, run.running() && run.late(), true);
  }

  /** The order leaves the unit unanswered: it is left out, unless it was late before. */
  private void leave(String reason) {
    if (run.running() && !run.late()) {
      ordered(Weight.OUT, reason);
    }
    run = new Run(run.number(), false, run.late(), false);
  }

  private void late() {
    if (run.running() && !run.late()) {
      ordered(run.joined() ? Weight.OUT : Weight.NO, run.joined() ? "joined" : "late");
      run = new Run(run.number(), true, true, run.joined());
    }
  }

  private void answered() {
    if (run.running() && !run.late()) {
      if (run.joined()) {
        ordered(Weight.OUT, "joined");
      } else {
        boolean inTime = inTime();
        ordered(inTime ? Weight.YES : Weight.NO, inTime ? "in-time" : "late");
      }
    }
    run = new Run(run.number(), false, run.late(), run.joined());
    answeredBy = unit;
  }

  /** The alarm may ring after the answer: the clock itself says whether the limit was kept. */
  private boolean inTime() {
    var data = entry.content().data();
    if (data != null) {
      for (var clock : data.path("clocks")) {
        if (clock.path("clock").asString("").equals(figures.clock()) && clock.has("endedAt")) {
          var ended = Instant.parse(clock.path("endedAt").asString());
          return ended.isBefore(Instant.parse(clock.path("dueAt").asString()));
        }
      }
    }
    return true; // erased, and no alarm had rung
  }

  private void atDesk() {
    run = new Run(run.number() + 1, false, false, false);
    ordered(Weight.OUT, "desk");
    answeredBy = unit;
  }

  /** A review found no ground: the order counts for nobody, late or not. */
  private void unfounded() {
    if (run.number() > 0) {
      ordered(Weight.OUT, "unfounded");
    }
    run = new Run(run.number(), false, false, false);
    turned(Rate.SOLVED, Weight.OUT, "unfounded");
  }

  private void withdrawn() {
    leave("withdrawn");
    turned(Rate.SOLVED, Weight.OUT, "withdrawn");
  }

  private void closed(Weight solved, String reason) {
    turned(Rate.SOLVED, solved, reason);
    turned(Rate.SATISFIED, Weight.ASIDE, "unrated");
    if (run.joined()) {
      turned(Rate.RECURRED, Weight.OUT, "joined");
    } else if (figures.compares(before.where())) {
      turned(Rate.RECURRED, Weight.NO, "closed");
    } else {
      turned(Rate.RECURRED, Weight.ASIDE, "coarse");
    }
  }

  /** What the person said of the turn stands; another turn begins. */
  private void again(String reason) {
    turned(Rate.SOLVED, Weight.NO, reason);
    turn();
  }

  private void reopened() {
    turned(Rate.RECURRED, Weight.YES, "reopened");
    again("reopened");
  }

  private void turn() {
    turn++;
    answeredBy = null;
    run = new Run(run.number(), run.running(), run.late(), false);
  }

  private void rate() {
    var data = entry.content().data();
    int grade = data == null ? 0 : data.path("facts").path("rating").asInt(0);
    if (grade > 0) {
      rated = turn;
      var weight = figures.satisfies(grade) ? Weight.YES : Weight.NO;
      turned(Rate.SATISFIED, weight, "grade-" + grade);
    }
  }

  private void strike() {
    if (rated > 0) {
      add(Rate.SATISFIED, rated, Weight.OUT, "struck");
    }
  }

  private void ordered(Weight weight, String reason) {
    add(Rate.RESPONDED, run.number(), weight, reason);
  }

  private void turned(Rate rate, Weight weight, String reason) {
    add(rate, turn, weight, reason);
  }

  private void add(Rate rate, int seq, Weight weight, String reason) {
    var whose = rate == Rate.RESPONDED || answeredBy == null ? unit : answeredBy;
    var key = new Change.Key(before.caseId(), rate, seq);
    changes.add(new Change(key, weight, reason, entry.at(), before.where().in(whose)));
  }
}
