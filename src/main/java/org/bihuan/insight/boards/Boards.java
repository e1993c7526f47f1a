package org.bihuan.insight.boards;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a leader looks at: counts that a follower of the register keeps. */
@Component
public class Boards {

  private final BoardSql sql;

  Boards(BoardSql sql) {
    this.sql = sql;
  }

  /**
   * How often an act was done in a period.
   *
   * @param act the act's name, the same in every procedure
   * @param times how often
   */
  public record Tally(String act, long times) {}

  /** Every act of a period with its count, most frequent first; both days are included. */
  @Transactional(readOnly = true)
  public List<Tally> tallies(LocalDate from, LocalDate to) {
    return sql.tallies(from, to);
  }
}
