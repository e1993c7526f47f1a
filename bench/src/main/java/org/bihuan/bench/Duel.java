package org.bihuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants take turns on the same server, A B A B, so that what the machine does meanwhile
 * befalls all alike; each turn is compared with the one of the same round.
 */
final class Duel {

  private final Meter meter;
  private final Map<Contestant, List<Turn>> turns = new LinkedHashMap<>();
  private final Map<Contestant, Long> total = new LinkedHashMap<>();

  Duel(Meter meter, List<? extends Contestant> contestants) {
    this.meter = meter;
    contestants.forEach(c -> turns.put(c, new ArrayList<>()));
  }

  /** Lets everybody run without counting. */
  void warm(int callers, Duration time) {
    turns.keySet().forEach(c -> turn(c, callers, time));
  }

  /** Counts anew with so many callers. */
  Duel run(int callers, Duration time, int rounds) {
    turns.values().forEach(List::clear);
    for (int round = 0; round < rounds; round++) {
      turns.forEach((contestant, mine) -> mine.add(turn(contestant, callers, time)));
    }
    return this;
  }

  private Turn turn(Contestant contestant, int callers, Duration time) {
    long wal = meter.wal();
    var effort = meter.effort();
    var acts = Crowd.acts(callers, time, contestant::worker);
    var turn = new Turn(time.toNanos() / 1e9, acts, meter.effort().since(effort), meter.wal() - wal);
    total.merge(contestant, turn.count(), Long::sum);
    return turn;
  }

  List<Turn> turns(Contestant contestant) {
    return List.copyOf(turns.getOrDefault(contestant, List.of()));
  }

  /** Acts done in all turns so far, warming included. */
  long total(Contestant contestant) {
    return total.getOrDefault(contestant, 0L);
  }

  /** How one did against another, turn by turn. */
  Line.Ratio ratio(Contestant one, Contestant other) {
    var mine = turns(one);
    var theirs = turns(other);
    var pairs = new ArrayList<Double>();
    for (int i = 0; i < mine.size(); i++) {
      pairs.add(mine.get(i).lives() / theirs.get(i).lives());
    }
    return Line.Ratio.of(pairs);
  }

  /** All turns of one as a line; its times are those of single acts. */
  Line line(String work, int callers, Contestant contestant) {
    var mine = turns(contestant);
    var sample = new Sample();
    mine.forEach(turn -> turn.acts().values().forEach(sample::addAll));
    double seconds = mine.stream().mapToDouble(Turn::seconds).sum();
    var line = Line.alone(work, callers, 0, sample, seconds);
    double rate = line.rate() / Step.values().length;
    return new Line(work, callers, 0, rate, line.p50(), line.p95(), line.p99(), null, null);
  }

  /** Bytes of log for each act of a contestant's turns. */
  double walPerAct(Contestant contestant) {
    var mine = turns(contestant);
    long acts = mine.stream().mapToLong(Turn::count).sum();
    return acts == 0 ? 0 : mine.stream().mapToLong(Turn::wal).sum() / (double) acts;
  }

  /** Microseconds of processor time for each act, of the program and of the server. */
  String effortPerAct(Contestant contestant) {
    var mine = turns(contestant);
    double acts = mine.stream().mapToLong(Turn::count).sum();
    var all = mine.stream().map(Turn::effort).reduce(new Effort(0, 0), Effort::plus);
    return "%.0f + %.0f".formatted(1e6 * all.program() / acts, 1e6 * all.server() / acts);
  }
}
