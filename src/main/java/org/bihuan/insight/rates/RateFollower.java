package org.bihuan.insight.rates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;

/** Counts what the register tells of appeals, each entry once. */
@Component
class RateFollower implements Follower {

  static final String NAME = "rates";

  private final Figures figures;
  private final DossierSql dossiers;
  private final Books books;

  RateFollower(Figures figures, DossierSql dossiers, Books books) {
    this.figures = figures;
    this.dossiers = dossiers;
    this.books = books;
  }

  /** What a batch did: matters that were touched, opened or closed, and what changed. */
  private record Batch(
      Map<UUID, Dossier> known,
      Set<UUID> touched,
      Set<UUID> opened,
      Set<UUID> closed,
      List<Change> changes) {

    static Batch of(Map<UUID, Dossier> known) {
      return new Batch(known, new TreeSet<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>());
    }

    void take(Dossier after, List<Change> made) {
      known.put(after.caseId(), after);
      touched.add(after.caseId());
      changes.addAll(made);
      made.stream()
          .filter(change -> change.key().rate() == Rate.RECURRED)
          .forEach(change -> closed.add(after.caseId()));
    }

    Dossier dossier(UUID id) {
      return Objects.requireNonNull(known.get(id));
    }

    /** Places where something was raised or closed, each once and in one order. */
    List<Where> places() {
      var ids = new HashSet<>(opened);
      ids.addAll(closed);
      return ids.stream()
          .map(id -> dossier(id).where())
          .map(where -> new Where("", where.item(), where.area(), "", ""))
          .distinct()
          .sorted(Comparator.comparing(Where::item).thenComparing(Where::area))
          .toList();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void follow(List<Entry> entries) {
    var ids = entries.stream().map(Entry::caseId).distinct().toList();
    var batch = Batch.of(dossiers.find(ids));
    entries.forEach(entry -> count(batch, entry));
    if (!batch.touched().isEmpty()) {
      enter(batch);
    }
  }

  private void count(Batch batch, Entry entry) {
    if (entry.act().equals(ActRule.OPEN)) {
      Dossier.opened(entry, figures.procedure())
          .ifPresent(
              dossier -> {
                batch.opened().add(dossier.caseId());
                batch.take(dossier, List.of());
              });
      return;
    }
    var before = batch.known().get(entry.caseId());
    if (before != null) {
      var counted = Counting.next(figures, before, entry);
      if (!counted.changes().isEmpty() || !counted.after().equals(before)) {
        batch.take(counted.after(), counted.changes());
      }
    }
  }

  private void enter(Batch batch) {
    var places = batch.places().stream().filter(figures::compares).toList();
    if (!places.isEmpty()) {
      dossiers.hold(places);
    }
    batch.touched().forEach(id -> dossiers.put(batch.dossier(id)));
    books.enter(batch.changes());
    books.comeBack(batch.closed(), batch.opened(), figures.againDays());
  }
}
