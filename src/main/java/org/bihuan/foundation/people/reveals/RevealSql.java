package org.bihuan.foundation.people.reveals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.people.reveals.Reveals.Asked;
import org.bihuan.foundation.people.reveals.Reveals.Line;
import org.bihuan.foundation.people.reveals.Reveals.Query;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on the log of what was shown in full. */
@Component
class RevealSql {

  private static final String ADD =
      """
      insert into people.reveal
        (district, id, person_id, case_number, actor_id, unit, fields, reason, came_from, at)
      values (:district, :id, :person, :number, :actor, :unit, :fields, :reason, :from, :at)
      """;

  private static final String BY_UNIT =
      """
      select unit, count(*) as times from people.reveal
       where district = :district and person_id = :person group by unit order by unit
      """;

  private final JdbcClient jdbc;
  private final int district;

  RevealSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void add(UUID id, Asked asked, Instant at) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", id)
            .param("person", asked.person())
            .param("number", asked.caseNumber())
            .param("actor", asked.actor())
            .param("unit", asked.unit())
            .param(
                "fields", asked.fields().stream().map(Reveals.Field::code).toArray(String[]::new))
            .param("reason", asked.reason())
            .param("from", asked.from())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("the reveal was not logged: " + rows + " rows");
    }
  }

  /** The newest first; each filter has an index in this order. */
  List<Line> list(Query query, int limit) {
    var filters =
        (query.actor() == null ? "" : " and actor_id = :actor")
            + (query.unit() == null ? "" : " and unit = :unit")
            + (query.caseNumber() == null ? "" : " and case_number = :number");
    var sql =
        """
        select * from people.reveal
         where district = :district and id < :after%s
         order by id desc limit :limit
        """
            .formatted(filters);
    return jdbc.sql(sql)
        .param("district", district)
        .param("after", query.after())
        .param("actor", query.actor())
        .param("unit", query.unit())
        .param("number", query.caseNumber())
        .param("limit", limit)
        .query((row, n) -> line(row))
        .list();
  }

  Map<String, Long> byUnit(UUID person) {
    var times = new LinkedHashMap<String, Long>();
    jdbc.sql(BY_UNIT)
        .param("district", district)
        .param("person", person)
        .query((row, n) -> Map.entry(row.getString("unit"), row.getLong("times")))
        .list()
        .forEach(unit -> times.put(unit.getKey(), unit.getValue()));
    return times;
  }

  private static Line line(ResultSet row) throws SQLException {
    var fields = (String[]) row.getArray("fields").getArray();
    return new Line(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("person_id", UUID.class),
        row.getString("case_number"),
        row.getObject("actor_id", UUID.class),
        row.getString("unit"),
        Set.of(fields),
        row.getString("reason"),
        row.getString("came_from"));
  }
}
