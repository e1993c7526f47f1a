package org.bihuan.services.whistles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that count the calls of a period and list what was counted. */
@Component
class FigureSql {

  private static final Map<Figure, String> WHICH =
      Map.of(
          Figure.CALLED, "true",
          Figure.ANSWERED, "answered_at is not null and not answer_late",
          Figure.ARRIVED, "arrived_at is not null and missed_at is null",
          Figure.MISSED, "missed_at is not null",
          Figure.REFUSED, "refused_at is not null",
          Figure.NEEDLESS, "outcome = 'needless'");

  private static final String COUNT =
      """
      select @who as who, count(distinct whistle) as whistles, count(*) as called,
             count(*) filter (where @answered) as answered,
             count(*) filter (where @arrived) as arrived,
             count(*) filter (where missed_at is not null) as missed,
             count(*) filter (where refused_at is not null) as refused,
             count(*) filter (where outcome = 'needless') as needless,
             count(*) filter (where outcome in ('finished', 'needless')) as finished,
             avg(mark) as mark,
             percentile_cont(0.5) within group
               (order by extract(epoch from arrived_at - called_at) / 60) as minutes
        from whistles.call
       where district = :district and called_at >= :from and called_at < :to
       group by @who order by @who
      """;

  private static final String LIST =
      """
      select case_id from whistles.call
       where district = :district and called_at >= :from and called_at < :to
         and @who = :who and @which
       order by called_at desc, case_id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  FigureSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** Whose figures. */
  enum By {
    STREET("street"),
    UNIT("unit");

    private final String column;

    By(String column) {
      this.column = column;
    }

    String code() {
      return column;
    }
  }

  List<FigureLine> count(By by, LocalDate from, LocalDate to) {
    var statement =
        COUNT
            .replace("@who", by.column)
            .replace("@answered", WHICH.get(Figure.ANSWERED))
            .replace("@arrived", WHICH.get(Figure.ARRIVED));
    return days(statement, from, to).query((row, n) -> line(row)).list();
  }

  List<UUID> list(By by, String who, Figure figure, Period period) {
    var statement = LIST.replace("@who", by.column).replace("@which", WHICH.get(figure));
    return days(statement, period.from(), period.to())
        .param("who", who)
        .param("limit", period.limit())
        .query((row, n) -> Objects.requireNonNull(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** Days, both included, and how many rows at most. */
  record Period(LocalDate from, LocalDate to, int limit) {}

  private JdbcClient.StatementSpec days(String statement, LocalDate from, LocalDate to) {
    return jdbc.sql(statement)
        .param("district", district)
        .param("from", ChinaTime.startOf(from).atOffset(ZoneOffset.UTC))
        .param("to", ChinaTime.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
  }

  private static FigureLine line(ResultSet row) throws SQLException {
    var counts = new EnumMap<Figure, Long>(Figure.class);
    for (var figure : Figure.values()) {
      counts.put(figure, row.getLong(figure.code()));
    }
    var mark = row.getBigDecimal("mark");
    var minutes = (Double) row.getObject("minutes");
    return new FigureLine(
        Objects.requireNonNull(row.getString("who")),
        row.getLong("whistles"),
        counts,
        row.getLong("finished"),
        mark == null ? null : mark.doubleValue(),
        minutes == null ? null : Math.round(minutes));
  }
}
