package org.bihuan.insight.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on the lines behind the figures. */
@Component
class FactSql {

  private static final String OF_CASES =
      "select * from rates.fact where district = :district and case_id = any(:ids)";

  private static final String PUT =
      """
      insert into rates.fact
        (district, case_id, rate, seq, standing, reason, at, day, unit, item, area, street, channel,
         kind)
      values (:district, :id, :rate, :seq, :standing, :reason, :at, :day, :unit, :item, :area,
              :street, :channel, :kind)
      on conflict on constraint fact_pk do update
         set standing = excluded.standing, reason = excluded.reason
      """;

  /** Closings among these matters after which the same was raised, by another person's matter. */
  private static final String CAME_AFTER =
      """
      select f.* from rates.fact f
       where f.district = :district and f.case_id = any(:ids) and f.rate = 'recurred'
         and f.standing = 'no'
         and exists (select 1 from rates.dossier d
                      where d.district = :district and d.item = f.item and d.area = f.area
                        and d.case_id <> f.case_id and d.opened_at > f.at
                        and d.opened_at <= f.at + make_interval(days => :days))
      """;

  /** Closings of others after which one of these matters was raised. */
  private static final String CAME_BEFORE =
      """
      select distinct f.* from rates.dossier d
        join rates.fact f
          on f.district = d.district and f.item = d.item and f.area = d.area
         and f.rate = 'recurred' and f.standing = 'no' and f.case_id <> d.case_id
         and f.at < d.opened_at and f.at >= d.opened_at - make_interval(days => :days)
       where d.district = :district and d.case_id = any(:ids)
      """;

  private static final String LIST =
      """
      select * from rates.fact
       where district = :district and rate = :rate and day between :from and :to
         and standing = any(:standings) and (day, case_id, seq) < (:day, :id, :seq)
         {of}
       order by day desc, case_id desc, seq desc limit :limit
      """;

  private static final String SPOTS =
      """
      select item, area, count(*) as n, max(day) as latest from rates.fact
       where district = :district and rate = 'recurred' and standing = 'yes'
         and day between :from and :to and (:unit = '' or unit = :unit)
       group by item, area order by n desc, latest desc, item, area limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  FactSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<Change> of(Collection<UUID> cases) {
    return found(OF_CASES, cases, 0);
  }

  /** What has come back, seen from matters that were raised or closed just now. */
  List<Change> back(Collection<UUID> closed, Collection<UUID> opened, int days) {
    var changes = new java.util.LinkedHashMap<Change.Key, Change>();
    found(CAME_AFTER, closed, days).forEach(change -> changes.put(change.key(), change));
    found(CAME_BEFORE, opened, days).forEach(change -> changes.put(change.key(), change));
    return List.copyOf(changes.values());
  }

  private List<Change> found(String sql, Collection<UUID> ids, int days) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(sql)
            .param("district", district)
            .param("ids", ids.toArray(UUID[]::new))
            .param("days", days)
            .query((row, n) -> change(row))
            .list();
  }

  void put(Change change) {
    var where = change.where();
    int rows =
        jdbc.sql(PUT)
            .param("district", district)
            .param("id", change.key().caseId())
            .param("rate", change.key().rate().code())
            .param("seq", change.key().seq())
            .param("standing", change.weight().code())
            .param("reason", change.reason())
            .param("at", change.at().atOffset(ZoneOffset.UTC))
            .param("day", ChinaTime.day(change.at()))
            .param("unit", where.unit())
            .param("item", where.item())
            .param("area", where.area())
            .param("street", where.street())
            .param("channel", where.channel())
            .param("kind", where.kind())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a count was not kept: " + change.key());
    }
  }

  List<Change> list(Rates.Asked asked, Rates.Mark after, int limit) {
    var face = asked.face();
    var unit = asked.unit() == null ? "" : " and unit = :unit";
    var name = face == null ? "" : " and " + face.code() + " = :name";
    return jdbc.sql(LIST.replace("{of}", unit + name))
        .param("district", district)
        .param("rate", asked.rate().code())
        .param("from", asked.period().from())
        .param("to", asked.period().to())
        .param("standings", asked.standings().stream().map(Weight::code).toArray(String[]::new))
        .param("unit", asked.unit())
        .param("name", asked.name())
        .param("day", after.day())
        .param("id", after.caseId())
        .param("seq", after.seq())
        .param("limit", limit)
        .query((row, n) -> change(row))
        .list();
  }

  List<Rates.Spot> spots(String unit, Period period, int limit) {
    return jdbc.sql(SPOTS)
        .param("district", district)
        .param("unit", unit)
        .param("from", period.from())
        .param("to", period.to())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Rates.Spot(
                    row.getString("item"),
                    row.getString("area"),
                    row.getLong("n"),
                    row.getObject("latest", LocalDate.class)))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    var key =
        new Change.Key(
            Objects.requireNonNull(row.getObject("case_id", UUID.class)),
            Rate.of(row.getString("rate")).orElseThrow(),
            row.getInt("seq"));
    return new Change(
        key,
        Weight.of(row.getString("standing")).orElseThrow(),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        where(row));
  }

  static Where where(ResultSet row) throws SQLException {
    return new Where(
        row.getString("unit"),
        row.getString("item"),
        row.getString("area"),
        row.getString("channel"),
        row.getString("kind"));
  }
}
