package org.bihuan.services.league;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.foundation.letters.Letters;
import org.bihuan.foundation.letters.Wish;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rules.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits where, who is late, and reminding them. */
@Component
public class Lists {

  private static final int REMINDED = 5_000;

  private final WaitingSql sql;
  private final Members members;
  private final Organisations organisations;
  private final Letters letters;
  private final Rulebook rulebook;
  private final Clock clock;

  Lists(
      WaitingSql sql,
      Members members,
      Organisations organisations,
      Letters letters,
      Rulebook rulebook,
      Clock clock) {
    this.sql = sql;
    this.members = members;
    this.organisations = organisations;
    this.letters = letters;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** What comes to the hand's organisations and waits for it, the oldest first. */
  @Transactional(readOnly = true)
  public List<Transfer> coming(Hand hand, Collection<Transfer.Phase> phases, int limit) {
    var codes = phases.stream().map(phase -> phase.name().toLowerCase(Locale.ROOT)).toList();
    return sql.coming(hand.reach(), hand.committee(), codes, limit);
  }

  /** All transfers of some members, the latest last. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Transfer>> of(Collection<UUID> some) {
    var found = new LinkedHashMap<UUID, List<Transfer>>();
    for (var transfer : sql.of(some)) {
      found.computeIfAbsent(transfer.member(), _ -> new java.util.ArrayList<>()).add(transfer);
    }
    return found;
  }

  /** The figures of a year of graduation. */
  @Transactional(readOnly = true)
  public Board.Year board(int year) {
    var cells = sql.cells(year);
    var tree = organisations.tree();
    Function<Board.Cell, String> school =
        cell -> tree.school(cell.home()).map(Organisation::code).orElse(cell.home());
    return new Board.Year(
        year,
        lines(cells, school),
        lines(cells, Board.Cell::next),
        sql.days(year),
        sql.receivers());
  }

  private static List<Board.Line> lines(List<Board.Cell> cells, Function<Board.Cell, String> key) {
    var lines = new LinkedHashMap<String, Board.Line>();
    for (var cell : cells) {
      lines.compute(
          key.apply(cell),
          (k, line) -> (line == null ? new Board.Line(k, 0, 0, 0, 0, 0) : line).plus(cell));
    }
    return List.copyOf(lines.values());
  }

  /** How many are held for as long as the rule says, and for as long as it allows at most. */
  @Transactional(readOnly = true)
  public Optional<Board.Held> held() {
    return rulebook.table().rules().stream()
        .map(Rule::span)
        .filter(span -> span != null && span.most() != null)
        .findFirst()
        .map(span -> held(span.months(), Objects.requireNonNull(span.most())));
  }

  private Board.Held held(int months, int most) {
    return new Board.Held(months, sql.held(monthsAgo(months)), most, sql.held(monthsAgo(most)));
  }

  private Instant monthsAgo(int months) {
    var today = ChinaTime.day(clock.instant());
    return ChinaTime.startOf(today.minusMonths(months).plusDays(1));
  }

  /** Members of a school's year who have not begun to move. */
  @Transactional(readOnly = true)
  public List<UUID> laggards(int year, String school, int limit) {
    return sql.laggards(year, organisations.tree().reach(List.of(school)), limit);
  }

  /**
   * Writes to all of them, once a day.
   *
   * @return how many were written to now
   */
  @Transactional
  public int remind(int year, String school) {
    var ids = laggards(year, school, REMINDED);
    var today = ChinaTime.day(clock.instant());
    int written = 0;
    for (var member : members.find(ids).values()) {
      var event = "league-remind/" + member.id() + "/" + today;
      var wish =
          new Wish(
              event, member.person(), member.id(), "league-remind", List.of(), clock.instant());
      written += letters.send(wish) > 0 ? 1 : 0;
    }
    return written;
  }
}
