package org.bihuan.loop.twins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.twins.LabelledReports.Report;
import org.bihuan.loop.twins.Neighbours.Neighbour;
import tools.jackson.databind.JsonNode;

/** Measures duplicates and suggestions on the labelled reports. */
final class Measuring {

  final Measure measure = new Measure();
  private final Catalogue catalogue = new Catalogue(Procedures.shipped(), measure);
  private final List<Report> reports = LabelledReports.all();
  private final Map<Report, Fingerprint> prints =
      reports.stream()
          .collect(
              Collectors.toMap(
                  report -> report,
                  report -> measure.print(report.text(), report.area(), report.at()),
                  (a, _) -> a,
                  LinkedHashMap::new));

  /** Two reports, what they are to each other, and how alike they were found. */
  record Pair(Report one, Report other, Likeness likeness) {

    boolean twins() {
      return one.twinOf(other);
    }

    boolean hard() {
      return one.scene().equals(other.scene());
    }

    /** How the two differ, by the one that is not the first incident of its scene. */
    String kind() {
      return other.differs().isEmpty() ? one.differs() : other.differs();
    }
  }

  /** How many of how many. */
  record Share(long part, long whole) {

    double value() {
      return whole == 0 ? 0 : part / (double) whole;
    }

    @Override
    public String toString() {
      return "%.1f %% (%d of %d)".formatted(100 * value(), part, whole);
    }
  }

  List<Report> half(boolean heldOut) {
    return reports.stream().filter(report -> report.heldOut() == heldOut).toList();
  }

  List<Pair> pairs(boolean heldOut) {
    var half = half(heldOut);
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < half.size(); i++) {
      for (var other : half.subList(i + 1, half.size())) {
        var one = half.get(i);
        pairs.add(new Pair(one, other, measure.compare(print(one), print(other))));
      }
    }
    return pairs;
  }

  /** How many of the pairs of a kind are found likely, from a score on. */
  static Share alarms(List<Pair> pairs, Predicate<Pair> kind, double from) {
    var some = pairs.stream().filter(kind).toList();
    return new Share(some.stream().filter(p -> p.likeness().score() >= from).count(), some.size());
  }

  /**
   * How often anything is proposed for a held-out report, and how often, of these, what it really
   * is stands first or among the first three.
   */
  record Proposed(Share offered, Share first, Share three) {}

  /**
   * What is proposed for the held-out reports.
   *
   * @param earlier the reports that vote; those of its own scene never do
   * @param listed whether the list of items votes too
   */
  Proposed proposed(Predicate<Report> earlier, Function<Report, String> label, boolean listed) {
    long offered = 0;
    long first = 0;
    long three = 0;
    var held = half(true);
    for (var asked : held) {
      var proposals = proposals(asked, earlier, label, listed);
      int place = proposals.indexOf(label.apply(asked));
      offered += proposals.isEmpty() ? 0 : 1;
      first += place == 0 ? 1 : 0;
      three += place >= 0 && place < 3 ? 1 : 0;
    }
    return new Proposed(
        new Share(offered, held.size()), new Share(first, offered), new Share(three, offered));
  }

  private List<String> proposals(
      Report asked, Predicate<Report> earlier, Function<Report, String> label, boolean listed) {
    var all = new ArrayList<Neighbour<Report>>();
    reports.stream()
        .filter(report -> earlier.test(report) && !report.scene().equals(asked.scene()))
        .map(r -> new Neighbour<>(label.apply(r), measure.text(print(asked), print(r)), List.of(r)))
        .forEach(all::add);
    if (listed) {
      all.addAll(catalogue.neighbours("appeal", print(asked)));
    }
    return Neighbours.vote(all, measure.limits()).stream().map(Map.Entry::getKey).toList();
  }

  private Fingerprint print(Report report) {
    return Objects.requireNonNull(prints.get(report));
  }

  /** The unit the duty list names for an item, the office of the street as one. */
  static Map<String, String> duties() {
    var units = new LinkedHashMap<String, String>();
    DataFile.resource("duties/140213.yaml")
        .as(JsonNode.class)
        .path("duties")
        .forEach(row -> units.put(row.path("item").asString(""), row.path("unit").asString("")));
    return units;
  }
}
