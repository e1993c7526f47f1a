package org.bihuan.loop.twins;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.twins.Neighbours.Neighbour;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which item and which unit a text is like, by the settled matters whose texts are closest; for the
 * item its own words in the list of items count as one more.
 */
@Component
public class Suggestions {

  private static final int SHOWN = 3;

  private final TwinSql sql;
  private final Measure measure;
  private final Catalogue catalogue;
  private final Clock clock;

  Suggestions(TwinSql sql, Measure measure, Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.sql = sql;
    this.measure = measure;
    this.clock = clock;
  }

  /** What earlier matters speak for, at most three each. */
  public record Suggested(List<Suggestion> items, List<Suggestion> units) {

    /** Where nothing earlier is like it. */
    public static final Suggested NOTHING = new Suggested(List.of(), List.of());

    public boolean empty() {
      return items.isEmpty() && units.isEmpty();
    }
  }

  /** For a text that is being taken in. */
  @Transactional(readOnly = true)
  public Suggested of(String procedure, String text, String area) {
    return measure.compares(procedure)
        ? suggested(procedure, measure.print(text, area, clock.instant()), null)
        : Suggested.NOTHING;
  }

  /** For a matter that waits to be dispatched. */
  @Transactional(readOnly = true)
  public Suggested of(CaseView file) {
    if (!measure.compares(file)) {
      return Suggested.NOTHING;
    }
    var account = measure.account(file);
    return suggested(account.procedure(), account.print(), file.identity().id());
  }

  private Suggested suggested(String procedure, Fingerprint print, @Nullable CaseId self) {
    var settled =
        settled(procedure, print).stream()
            .filter(account -> self == null || !account.id().equals(self.value()))
            .toList();
    var items = new ArrayList<>(neighbours(settled, print, Account::item));
    items.addAll(catalogue.neighbours(procedure, print));
    return new Suggested(vote(items), vote(neighbours(settled, print, Account::unit)));
  }

  /**
   * Of the street, which says most about the unit; of the whole district only where that is little.
   */
  private List<Account> settled(String procedure, Fingerprint print) {
    int most = measure.limits().most();
    var near = sql.settled(procedure, measure.inStreet(print), most);
    return near.size() > measure.limits().neighbours()
        ? near
        : sql.settled(procedure, measure.anywhere(print), most);
  }

  private List<Neighbour<CaseId>> neighbours(
      List<Account> settled, Fingerprint print, Function<Account, @Nullable String> label) {
    return settled.stream()
        .flatMap(account -> neighbour(account, print, label.apply(account)))
        .toList();
  }

  private List<Suggestion> vote(List<Neighbour<CaseId>> all) {
    var votes = Neighbours.vote(all, measure.limits());
    double whole = votes.stream().mapToDouble(v -> Neighbours.strength(v.getValue())).sum();
    return votes.stream()
        .limit(SHOWN)
        .map(vote -> suggestion(vote.getKey(), vote.getValue(), whole))
        .toList();
  }

  private Stream<Neighbour<CaseId>> neighbour(
      Account account, Fingerprint print, @Nullable String label) {
    return label == null
        ? Stream.empty()
        : Stream.of(
            new Neighbour<>(
                label, measure.text(print, account.print()), List.of(new CaseId(account.id()))));
  }

  private static Suggestion suggestion(String value, List<Neighbour<CaseId>> voters, double whole) {
    int percent = (int) Math.round(100 * Neighbours.strength(voters) / whole);
    return new Suggestion(
        value, percent, voters.stream().flatMap(n -> n.matters().stream()).limit(SHOWN).toList());
  }
}
