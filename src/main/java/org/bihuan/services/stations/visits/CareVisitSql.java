package org.bihuan.services.stations.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on care visits. */
@Component
class CareVisitSql {

  private static final String ADD =
      """
      insert into stations.visit
        (district, id, day, station, site, area, units, others, people, met, workers, topics, note,
         made_by, made_at, request)
      values (:district, :id, :day, :station, :site, :area, :units, :others, :people, :met, :workers,
              :topics, :note, :by, :at, :request)
      on conflict on constraint visit_once do nothing
      """;

  private static final String GIVE =
      """
      insert into stations.gift (district, visit, supply, quantity, position)
      values (:district, :visit, :supply, :quantity, :position)
      """;

  private static final String HEAR =
      """
      insert into stations.heard (district, visit, case_id, at)
      values (:district, :visit, :case, :at)
      """;

  private static final String READ =
      """
      select v.id, v.day, v.station, v.site, v.area, v.units, v.others, v.people, v.met, v.workers,
             v.topics, v.note, v.made_by, v.made_at,
             array(select h.case_id from stations.heard h
                    where h.district = v.district and h.visit = v.id order by h.at, h.case_id) as heard
        from stations.visit v where v.district = :district
      """;

  private static final String ONE = READ + " and v.id = :id";

  private static final String REQUESTED = READ + " and v.request = :request";

  private static final String PAGE =
      READ
          + """
             and (:day::date is null or (v.day, v.id) < (:day::date, :id::uuid))
           order by v.day desc, v.id desc limit :limit
          """;

  private static final String GIFTS =
      """
      select supply, quantity, position from stations.gift
       where district = :district and visit = :visit order by supply
      """;

  private final JdbcClient jdbc;
  private final int district;

  CareVisitSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** False if the same form was kept before. */
  boolean add(UUID id, CareVisitRules.Draft draft, CareVisit.By by) {
    return jdbc.sql(ADD)
            .param("district", district)
            .param("id", id)
            .param("day", draft.day())
            .param("station", draft.site().station(), Types.OTHER)
            .param("site", draft.site().name())
            .param("area", draft.site().area())
            .param("units", draft.party().units().toArray(String[]::new))
            .param("others", draft.party().others())
            .param("people", draft.party().people())
            .param("met", draft.met().count())
            .param("workers", draft.met().groups().toArray(String[]::new))
            .param("topics", draft.met().topics().toArray(String[]::new))
            .param("note", draft.note())
            .param("by", by.actor())
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("request", draft.request())
            .update()
        == 1;
  }

  void give(UUID visit, CareVisit.Gift gift) {
    one(
        jdbc.sql(GIVE)
            .param("district", district)
            .param("visit", visit)
            .param("supply", gift.supply())
            .param("quantity", gift.quantity())
            .param("position", gift.position(), Types.BIGINT)
            .update());
  }

  void hear(UUID visit, UUID matter, Instant at) {
    one(
        jdbc.sql(HEAR)
            .param("district", district)
            .param("visit", visit)
            .param("case", matter)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update());
  }

  Optional<CareVisit> find(UUID id) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> visit(row))
        .optional();
  }

  Optional<CareVisit> requested(UUID request) {
    return jdbc.sql(REQUESTED)
        .param("district", district)
        .param("request", request)
        .query((row, n) -> visit(row))
        .optional();
  }

  /** The latest first; those before a day and id if one is given. */
  List<CareVisit> page(@Nullable LocalDate day, @Nullable UUID id, int limit) {
    return jdbc.sql(PAGE)
        .param("district", district)
        .param("day", day, Types.DATE)
        .param("id", id, Types.OTHER)
        .param("limit", limit)
        .query((row, n) -> visit(row))
        .list();
  }

  private CareVisit visit(ResultSet row) throws SQLException {
    var id = id(row, "id");
    return new CareVisit(
        id,
        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
        new CareVisit.Site(
            row.getObject("station", UUID.class), row.getString("site"), row.getString("area")),
        new CareVisit.Party(texts(row, "units"), row.getString("others"), row.getInt("people")),
        new CareVisit.Met(row.getInt("met"), texts(row, "workers"), texts(row, "topics")),
        row.getString("note"),
        gifts(id),
        List.of((UUID[]) row.getArray("heard").getArray()),
        new CareVisit.By(
            id(row, "made_by"),
            Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class)).toInstant()));
  }

  private List<CareVisit.Gift> gifts(UUID visit) {
    return jdbc.sql(GIFTS)
        .param("district", district)
        .param("visit", visit)
        .query(
            (row, n) ->
                new CareVisit.Gift(
                    row.getString("supply"),
                    row.getInt("quantity"),
                    row.getObject("position", Long.class)))
        .list();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }
}
