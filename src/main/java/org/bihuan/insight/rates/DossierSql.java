package org.bihuan.insight.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.insight.rates.Dossier.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on how far each matter has been counted. */
@Component
class DossierSql {

  private static final String FIND =
      "select * from rates.dossier where district = :district and case_id = any(:ids)";

  private static final String PUT =
      """
      insert into rates.dossier
        (district, case_id, unit, item, area, channel, kind, opened_at, answered_by, turn, rated,
         run, running, late, joined)
      values (:district, :id, :unit, :item, :area, :channel, :kind, :openedAt, :answeredBy, :turn,
              :rated, :run, :running, :late, :joined)
      on conflict on constraint dossier_pk do update
         set unit = excluded.unit, answered_by = excluded.answered_by, turn = excluded.turn,
             rated = excluded.rated, run = excluded.run, running = excluded.running,
             late = excluded.late, joined = excluded.joined
      """;

  /** Rows are taken in one order, so that two lanes never wait for each other in a circle. */
  private static final String SPOT =
      """
      insert into rates.spot as s (district, item, area, seen)
      select :district, a.item, a.area, 1
        from unnest(cast(:items as text[]), cast(:areas as text[])) as a (item, area)
       order by a.item, a.area
      on conflict on constraint spot_pk do update set seen = s.seen + 1
      """;

  private static final String RAISED =
      """
      select count(*) from rates.dossier
       where district = :district and item = any(:items) and starts_with(area, :area)
         and opened_at >= :from and opened_at < :to
      """;

  private final JdbcClient jdbc;
  private final int district;

  DossierSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  Map<UUID, Dossier> find(Collection<UUID> ids) {
    var found = new HashMap<UUID, Dossier>();
    jdbc.sql(FIND)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> dossier(row))
        .list()
        .forEach(dossier -> found.put(dossier.caseId(), dossier));
    return found;
  }

  void put(Dossier dossier) {
    var where = dossier.where();
    var run = dossier.run();
    int rows =
        jdbc.sql(PUT)
            .param("district", district)
            .param("id", dossier.caseId())
            .param("unit", where.unit())
            .param("item", where.item())
            .param("area", where.area())
            .param("channel", where.channel())
            .param("kind", where.kind())
            .param("openedAt", dossier.openedAt().atOffset(ZoneOffset.UTC))
            .param("answeredBy", dossier.answeredBy())
            .param("turn", dossier.turn())
            .param("rated", dossier.rated())
            .param("run", run.number())
            .param("running", run.running())
            .param("late", run.late())
            .param("joined", run.joined())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("how far a matter is counted was not kept");
    }
  }

  /** Holds places until the transaction ends: what comes at the same moment waits. */
  void hold(List<Where> places) {
    int rows =
        jdbc.sql(SPOT)
            .param("district", district)
            .param("items", places.stream().map(Where::item).toArray(String[]::new))
            .param("areas", places.stream().map(Where::area).toArray(String[]::new))
            .update();
    if (rows != places.size()) {
      throw new IllegalStateException("of " + places.size() + " places " + rows + " were held");
    }
  }

  long raised(Collection<String> items, String area, Instant from, Instant to) {
    return jdbc.sql(RAISED)
        .param("district", district)
        .param("items", items.toArray(String[]::new))
        .param("area", area)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static Dossier dossier(ResultSet row) throws SQLException {
    return new Dossier(
        Objects.requireNonNull(row.getObject("case_id", UUID.class)),
        FactSql.where(row),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        new Run(
            row.getInt("run"),
            row.getBoolean("running"),
            row.getBoolean("late"),
            row.getBoolean("joined")),
        row.getString("answered_by"),
        row.getInt("turn"),
        row.getInt("rated"));
  }
}
