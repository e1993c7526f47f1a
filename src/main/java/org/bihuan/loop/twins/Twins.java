package org.bihuan.loop.twins;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds matters that are likely the same, and tells who waits for whose answer. */
@Component
public class Twins {

  /** More than a page shows. */
  private static final int FEW = 12;

  private final TwinSql sql;
  private final TwinLinkSql links;
  private final Measure measure;
  private final Cases cases;
  private final Clock clock;

  Twins(TwinSql sql, TwinLinkSql links, Measure measure, Cases cases, Clock clock) {
    this.sql = sql;
    this.links = links;
    this.measure = measure;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Another matter that is likely the same.
   *
   * @param file the other
   * @param likeness how alike, and why
   * @param reporters how many people wait for its answer
   * @param leads whether its answer is still to come
   * @param same whether it is so alike that its person need not raise it again
   */
  public record Twin(
      CaseView file, Likeness likeness, int reporters, boolean leads, boolean same) {}

  /**
   * What a matter waits for.
   *
   * @param main the matter whose answer it will get
   * @param reporters how many people wait for it
   */
  public record Behind(TwinLink link, CaseView main, int reporters) {}

  /** Likely twins of what somebody is about to raise, the likeliest first. */
  @Transactional(readOnly = true)
  public List<Twin> likely(String procedure, String text, String area) {
    if (!measure.compares(procedure)) {
      return List.of();
    }
    return likely(procedure, measure.print(text, area, clock.instant()), new UUID(0, 0));
  }

  /** How many of them a person is shown before sending. */
  public int shown() {
    return measure.limits().shown();
  }

  /** Likely twins of a matter, the likeliest first. */
  @Transactional(readOnly = true)
  public List<Twin> of(CaseView file) {
    if (!measure.compares(file)) {
      return List.of();
    }
    var account = measure.account(file);
    return likely(account.procedure(), account.print(), account.id());
  }

  /** The matter this one waits for, if any. */
  @Transactional(readOnly = true)
  public Optional<Behind> behind(CaseId follower) {
    return links
        .followed(follower)
        .flatMap(link -> cases.find(link.main()).map(main -> behind(link, main)));
  }

  private Behind behind(TwinLink link, CaseView main) {
    return new Behind(link, main, 1 + links.following(List.of(link.main().value())).size());
  }

  /** Everything that waits or waited for a matter's answer, the first first. */
  @Transactional(readOnly = true)
  public List<TwinLink> followers(CaseId main, int limit) {
    return links.all(main, limit);
  }

  private List<Twin> likely(String procedure, Fingerprint print, UUID self) {
    var alike =
        sql.leading(procedure, measure.around(print), measure.limits().most()).stream()
            .filter(account -> !account.id().equals(self))
            .collect(Collectors.toMap(Account::id, a -> measure.compare(print, a.print())));
    alike.values().removeIf(likeness -> likeness.score() < measure.limits().likely());
    var few =
        alike.entrySet().stream()
            .sorted(
                Map.Entry.comparingByValue(Comparator.comparingDouble(Likeness::score).reversed()))
            .limit(FEW)
            .map(Map.Entry::getKey)
            .toList();
    return twins(few, alike);
  }

  private List<Twin> twins(List<UUID> ids, Map<UUID, Likeness> alike) {
    var files = cases.find(ids.stream().map(CaseId::new).toList());
    var waiting =
        links.following(ids).stream()
            .collect(Collectors.groupingBy(TwinLink::main, Collectors.counting()));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(files.get(new CaseId(id))).stream())
        .map(file -> twin(file, alike, waiting))
        .toList();
  }

  private Twin twin(CaseView file, Map<UUID, Likeness> alike, Map<CaseId, Long> waiting) {
    var id = file.identity().id();
    var likeness = Objects.requireNonNull(alike.get(id.value()));
    int reporters = 1 + waiting.getOrDefault(id, 0L).intValue();
    boolean same = likeness.score() >= measure.limits().same();
    return new Twin(file, likeness, reporters, measure.leads(file), same);
  }
}
