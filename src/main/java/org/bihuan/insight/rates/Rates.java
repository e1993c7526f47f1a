package org.bihuan.insight.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.register.Bookmarks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rates of appeals, and the lists behind them; read from sums, never counted on demand. */
@Component
public class Rates {

  /** Longer periods are shown by months. */
  private static final int DAYS_SHOWN = 62;

  private final CellSql cells;
  private final FactSql facts;
  private final DossierSql dossiers;
  private final Bookmarks bookmarks;

  Rates(CellSql cells, FactSql facts, DossierSql dossiers, Bookmarks bookmarks) {
    this.cells = cells;
    this.facts = facts;
    this.dossiers = dossiers;
    this.bookmarks = bookmarks;
  }

  /**
   * One line of a table of rates.
   *
   * @param name code of the unit, item, street, channel or kind, or a day or month
   * @param shares every rate in numbers
   */
  public record Line(String name, Map<Rate, Share> shares) {

    public Line {
      shares = Map.copyOf(shares);
    }

    /** A rate in numbers. */
    public Share of(Rate rate) {
      return shares.getOrDefault(rate, new Share(0, 0, 0, 0));
    }
  }

  /**
   * Which list is asked for.
   *
   * @param rate of which rate
   * @param standings what has one of these standings
   * @param period counted on one of these days
   * @param unit only this unit's; absent means all
   * @param face sorted by what; absent means not
   * @param name and under which name there; absent without a face
   */
  public record Asked(
      Rate rate,
      Set<Weight> standings,
      Period period,
      @Nullable String unit,
      @Nullable Face face,
      @Nullable String name) {

    public Asked {
      standings = Set.copyOf(standings);
    }
  }

  /**
   * Where a page of a list ended; opaque to callers.
   *
   * @param day the day of its last row
   * @param caseId the matter of it
   * @param seq which order or turn of it
   */
  public record Mark(LocalDate day, UUID caseId, int seq) {

    /** Before every row: the newest come first. */
    public static final Mark FIRST =
        new Mark(LocalDate.of(9999, 1, 1), new UUID(-1, -1), Integer.MAX_VALUE);

    private static final Pattern FORM =
        Pattern.compile("\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_\\d{1,9}");

    /** The form used in addresses. */
    public String token() {
      return day + "_" + caseId + "_" + seq;
    }

    /** Reads a token; the first page if it is none of ours. */
    public static Mark parse(@Nullable String token) {
      if (token == null || !FORM.matcher(token).matches()) {
        return FIRST;
      }
      var parts = token.split("_", -1);
      try {
        return new Mark(
            LocalDate.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
      } catch (java.time.DateTimeException e) {
        return FIRST; // well formed but no day: somebody made it up
      }
    }
  }

  /**
   * One thing that was counted.
   *
   * @param caseId the matter
   * @param seq which order or turn of it
   * @param weight how it counts
   * @param reason why, by name
   * @param at when it first counted
   * @param unit whose it is
   * @param item what it is about; empty if it names none
   * @param area where it lies
   * @param channel how it came in
   */
  public record Row(
      CaseId caseId,
      int seq,
      Weight weight,
      String reason,
      Instant at,
      String unit,
      String item,
      String area,
      String channel) {

    private static Row of(Change fact) {
      var where = fact.where();
      return new Row(
          new CaseId(fact.key().caseId()),
          fact.key().seq(),
          fact.weight(),
          fact.reason(),
          fact.at(),
          where.unit(),
          where.item(),
          where.area(),
          where.channel());
    }

    /** Where a page that ends with this row goes on. */
    public Mark mark() {
      return new Mark(org.bihuan.foundation.shared.ChinaTime.day(at), caseId.value(), seq);
    }
  }

  /** A matter at a place that keeps coming back. */
  public record Spot(String item, String area, long times, LocalDate latest) {}

  /** The rates of a period by a face; of one unit if one is named, else of the district. */
  @Transactional(readOnly = true)
  public List<Line> lines(@Nullable String unit, Face face, Period period) {
    return cells.lines(code(unit), face, period);
  }

  /** The rates of a period day by day, or month by month if it is long. */
  @Transactional(readOnly = true)
  public List<Line> course(@Nullable String unit, Period period) {
    return cells.course(code(unit), period, byMonths(period));
  }

  /** True if the course of a period is told by months. */
  public static boolean byMonths(Period period) {
    return period.days() > DAYS_SHOWN;
  }

  /** All lines added up. */
  public static Line total(Collection<Line> lines) {
    var shares = new EnumMap<Rate, Share>(Rate.class);
    lines.forEach(line -> line.shares().forEach((rate, s) -> shares.merge(rate, s, Share::plus)));
    return new Line("", shares);
  }

  /** A page of what stands behind a figure, the newest first. */
  @Transactional(readOnly = true)
  public List<Row> list(Asked asked, Mark after, int limit) {
    return facts.list(asked, after, limit).stream().map(Row::of).toList();
  }

  /** Matters and places that came back most often. */
  @Transactional(readOnly = true)
  public List<Spot> spots(@Nullable String unit, Period period, int limit) {
    return facts.spots(code(unit), period, limit);
  }

  /** How many matters of some items were raised within a place between two moments. */
  @Transactional(readOnly = true)
  public long raised(Collection<String> items, String area, Instant from, Instant to) {
    return dossiers.raised(items, area, from, to);
  }

  /** How many entries of the register are not counted yet; seldom more than a few. */
  @Transactional(readOnly = true)
  public long behind() {
    return bookmarks.behind(RateFollower.NAME);
  }

  /** Forgets all counts and counts the register anew from its first entry, behind the writers. */
  @Transactional
  public void rebuild() {
    bookmarks.rewind(RateFollower.NAME);
    cells.forget();
  }

  private static String code(@Nullable String unit) {
    return unit == null ? "" : unit;
  }
}
