package org.bihuan.insight.boards;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of the counts. */
@Component
class BoardSql {

  private static final String COUNT =
      """
      insert into boards.tally as t (district, day, act, n)
      values (:district, :day, :act, :n)
      on conflict on constraint tally_pk do update set n = t.n + excluded.n
      """;

  private static final String TALLIES =
      """
      select act, sum(n) as times from boards.tally
       where district = :district and day between :from and :to
       group by act order by times desc, act
      """;

  private final JdbcClient jdbc;
  private final int district;

  BoardSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void count(LocalDate day, String act, long n) {
    int rows =
        jdbc.sql(COUNT)
            .param("district", district)
            .param("day", day)
            .param("act", act)
            .param("n", n)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a count was not kept: " + act);
    }
  }

  List<Boards.Tally> tallies(LocalDate from, LocalDate to) {
    return jdbc.sql(TALLIES)
        .param("district", district)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> new Boards.Tally(row.getString("act"), row.getLong("times")))
        .list();
  }
}
