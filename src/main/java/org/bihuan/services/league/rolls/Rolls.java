package org.bihuan.services.league.rolls;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.Sha256;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Members.Entered;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.bihuan.services.league.rolls.RollReader.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of members in: looked at first, each line once, going on where it stopped. */
@Component
public class Rolls {

  private static final int CHUNK = 500;
  private static final int SHOWN = 20;

  /** Files nobody came back for are forgotten; the rule is ours. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String EXAMPLES =
      """
      140213000001|张示例|13900000001|示例中学|一班团支部|2026-06-30|升学||||||区外
      140213000002|李示例|13900000002|示例中学|一班团支部|2026-06-30|未就业|||转出|古城街道||
      """;

  private final RollSql sql;
  private final Looking looking;
  private final Members members;
  private final Organisations organisations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Rolls(
      RollSql sql,
      Looking looking,
      Members members,
      Organisations organisations,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sql = sql;
    this.looking = looking;
    this.members = members;
    this.organisations = organisations;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What became of a file that was sent. */
  public sealed interface Given {

    /** It was looked through and is kept, nothing is taken in yet. */
    record Seen(Preview preview) implements Given {}

    /** It is not kept. */
    record Refused(RollRefusal why) implements Given {}
  }

  /** Looks through a file and keeps it sealed; the same file again is the same roll. */
  public Given give(String name, byte[] content, Hand hand) {
    return switch (RollReader.read(content)) {
      case RollReader.Read.Unfit(var why) -> new Given.Refused(why);
      case RollReader.Read.Lines(var lines) -> {
        var roll = kept(name, content, lines.size(), hand);
        yield mine(roll, hand)
            ? new Given.Seen(preview(roll, lines, hand))
            : new Given.Refused(RollRefusal.NOT_YOURS);
      }
    };
  }

  private Roll kept(String name, byte[] content, int lines, Hand hand) {
    var print = Sha256.of(content);
    return sql.known(print)
        .orElseGet(
            () -> {
              var id = Uuid7.next(clock);
              var short_ = name.length() > 120 ? name.substring(0, 120) : name;
              var by = hand.actor().id();
              var roll =
                  new Roll(id, short_, by, clock.instant(), lines, Roll.Counts.NONE, null, true);
              sql.add(roll, print, looking.closed(content, id));
              return roll;
            });
  }

  private static boolean mine(Roll roll, Hand hand) {
    return hand.committee() || roll.givenBy().equals(hand.actor().id());
  }

  private Preview preview(Roll roll, List<Line> lines, Hand hand) {
    var through = looking.through(lines, hand);
    var faulty = through.lines().stream().filter(one -> one.newcomer() == null).toList();
    var first = faulty.stream().limit(SHOWN).map(Rolls::fault).toList();
    return new Preview(roll, lines.size() - faulty.size(), faulty.size(), first, through.fresh());
  }

  private static Preview.Fault fault(RollRules.Looked looked) {
    return new Preview.Fault(looked.line().n(), together(looked.faults()));
  }

  private static Text together(List<Text> faults) {
    return new Text(
        faults.stream().map(Text::zh).collect(Collectors.joining("；")),
        faults.stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  /** The roll with this id, if it is the hand's to see. */
  public Optional<Roll> find(UUID id, Hand hand) {
    return sql.find(id).filter(roll -> mine(roll, hand));
  }

  /** The latest rolls the hand may see. */
  public List<Roll> latest(Hand hand, int limit) {
    return sql.latest(hand.actor().id(), hand.committee(), limit);
  }

  /** What a kept roll would do; absent once its file is no longer kept. */
  public Optional<Preview> preview(UUID id, Hand hand) {
    return find(id, hand).flatMap(roll -> lines(id).map(lines -> preview(roll, lines, hand)));
  }

  private Optional<List<Line>> lines(UUID id) {
    return sql.content(id)
        .map(closed -> RollReader.read(looking.open(closed, id)))
        .map(
            read ->
                switch (read) {
                  case RollReader.Read.Lines(var lines) -> lines;
                  case RollReader.Read.Unfit(var why) ->
                      throw new IllegalStateException("a kept roll is none: " + why);
                });
  }

  /**
   * Takes in what is not yet in, some hundred lines a transaction: whatever stops it, the same call
   * goes on from there, and nothing is taken in twice.
   *
   * @return the roll afterwards; absent if there is none, or its file is no longer kept
   */
  public Optional<Roll> take(UUID id, Hand hand) {
    var found = find(id, hand);
    if (found.isEmpty() || found.get().endedAt() != null) {
      return found;
    }
    return lines(id).flatMap(lines -> take(found.get(), lines, hand));
  }

  private Optional<Roll> take(Roll roll, List<Line> lines, Hand hand) {
    var through = looking.through(lines, hand);
    organisations.put(through.fresh());
    var at = Optional.of(roll);
    while (at.isPresent() && at.get().endedAt() == null) {
      int from = at.get().counts().done();
      var slice = through.lines().subList(from, Math.min(from + CHUNK, lines.size()));
      at = Optional.ofNullable(transaction.execute(_ -> chunk(roll.id(), from, slice)));
    }
    return at;
  }

  /** If somebody else went on meanwhile, goes on from there. */
  private @Nullable Roll chunk(UUID id, int from, List<RollRules.Looked> slice) {
    var roll = sql.lock(id).orElseThrow();
    if (roll.counts().done() != from || roll.endedAt() != null) {
      return roll;
    }
    var newcomers =
        slice.stream().map(RollRules.Looked::newcomer).filter(java.util.Objects::nonNull).toList();
    var counts = roll.counts().plus(counted(members.enter(newcomers), slice.size()));
    slice.stream().filter(one -> one.newcomer() == null).forEach(one -> sql.fault(id, fault(one)));
    boolean ends = counts.done() == roll.total();
    var after =
        new Roll(
            id,
            roll.name(),
            roll.givenBy(),
            roll.givenAt(),
            roll.total(),
            counts,
            ends ? clock.instant() : null,
            !ends || counts.faulty() > 0);
    sql.progress(after, from);
    return after;
  }

  private static Roll.Counts counted(List<Entered> entered, int lines) {
    int added = 0;
    int changed = 0;
    int same = 0;
    for (var one : entered) {
      switch (one) {
        case Entered.Added _ -> added++;
        case Entered.Changed _ -> changed++;
        case Entered.Same _ -> same++;
        case Entered.Faulty(var errors) ->
            throw new IllegalStateException("a person was sound and is not: " + errors);
      }
    }
    return new Roll.Counts(added, changed, same, lines - added - changed - same);
  }

  /** The lines that were not, or would not be, taken in, with the reason; absent with the file. */
  public Optional<byte[]> faults(UUID id, Hand hand, Locale language) {
    return find(id, hand)
        .flatMap(roll -> lines(id))
        .map(
            lines -> {
              var rows = new ArrayList<List<String>>();
              for (var looked : looking.through(lines, hand).lines()) {
                if (looked.newcomer() == null) {
                  rows.add(row(looked, language));
                }
              }
              return Sheet.write("faults", head(language), rows);
            });
  }

  private static List<String> row(RollRules.Looked looked, Locale language) {
    var cells = new ArrayList<String>();
    Arrays.stream(Column.values()).forEach(column -> cells.add(looked.line().at(column)));
    cells.add(together(looked.faults()).in(language));
    return cells;
  }

  private static List<String> head(Locale language) {
    var head = new ArrayList<String>();
    Arrays.stream(Column.values()).forEach(column -> head.add(column.title()));
    head.add(new Text("原因", "Reason").in(language));
    return head;
  }

  /** An empty roll with two lines as examples. */
  public byte[] template() {
    var head = Arrays.stream(Column.values()).map(Column::title).toList();
    return Sheet.write("members", head, EXAMPLES.lines().map(Rolls::cells).toList());
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1));
  }

  /** Forgets files nobody came back for. */
  @Scheduled(cron = "${bihuan.league.forget-at:0 10 3 * * *}", zone = "Asia/Shanghai")
  public void run() {
    var now = clock.instant();
    sql.sweep(now.minus(KEPT), now);
  }
}
