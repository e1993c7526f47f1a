package org.bihuan.loop.cases.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statement that counts what lies on desks. */
@Component
class LoadSql {

  private static final String LINES =
      """
      select unit, handler, count(*) as open, count(*) filter (where due_at <= :now) as late
        from cases.case_file
       where district = :district and unit = any(:units) and owner = 'handler' and closed_at is null
       group by unit, handler
      """;

  private final JdbcClient jdbc;
  private final int district;

  LoadSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** What one handler has taken on in a unit, or, without one, what nobody has. */
  record Line(String unit, @Nullable UUID handler, int open, int late) {}

  List<Line> lines(Collection<String> units, Instant now) {
    return jdbc.sql(LINES)
        .param("district", district)
        .param("units", units.toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Line(
                    row.getString("unit"),
                    row.getObject("handler", UUID.class),
                    row.getInt("open"),
                    row.getInt("late")))
        .list();
  }
}
