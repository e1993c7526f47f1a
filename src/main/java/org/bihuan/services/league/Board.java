package org.bihuan.services.league;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.services.league.rules.Dates;
import org.jspecify.annotations.Nullable;

/** What the committee looks at, in figures nobody typed. */
public final class Board {

  private Board() {}

  /** Members of one class with one answer, by where they stand: home, in, holding, under-way. */
  record Cell(String home, String next, String standing, long n) {}

  /** Members who arrived on a day, and how many of them late. */
  public record Day(LocalDate day, long moved, long late) {}

  /**
   * How many are held for long.
   *
   * @param months for how many months the rule has it
   * @param reached members held for so long or longer
   * @param most never longer than so many months
   * @param passed members held for so long or longer
   */
  public record Held(int months, long reached, int most, long passed) {}

  /**
   * What a receiver has before it.
   *
   * @param oldest when what waits longest was sent in; absent if nothing waits
   */
  public record Receiver(
      String organisation, long waiting, @Nullable Instant oldest, long taken, long returned) {

    /** True if it returns more than is usual, by the line of the rules. */
    public boolean refuses(Dates.Refusals line) {
      long reviewed = taken + returned;
      return reviewed >= line.least() && returned > line.share() * reviewed;
    }
  }

  /**
   * Members of one school, or with one destination, by where they stand.
   *
   * @param key a school's code, or the answer to what comes next; empty where none was given
   */
  public record Line(String key, long home, long underWay, long holding, long in, long exempt) {

    /** All of them. */
    public long members() {
      return home + underWay + holding + in;
    }

    /** Those who should move: all but delayed ones and those the school holds. */
    public long due() {
      return members() - holding - exempt;
    }

    /** 应转尽转率 as written, of those who should move: {@code 32%}; a dash where nobody should. */
    public String rate() {
      return due() == 0 ? "—" : 100 * in / due() + "%";
    }

    Line plus(Cell cell) {
      boolean delayed = cell.next().equals("delayed") && cell.standing().equals("home");
      return new Line(
          key,
          home + (cell.standing().equals("home") ? cell.n() : 0),
          underWay + (cell.standing().equals("under-way") ? cell.n() : 0),
          holding + (cell.standing().equals("holding") ? cell.n() : 0),
          in + (cell.standing().equals("in") ? cell.n() : 0),
          exempt + (delayed ? cell.n() : 0));
    }
  }

  /** Everything of a year. */
  public record Year(
      int year,
      List<Line> schools,
      List<Line> destinations,
      List<Day> days,
      List<Receiver> receivers) {}
}
