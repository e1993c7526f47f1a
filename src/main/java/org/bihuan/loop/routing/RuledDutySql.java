package org.bihuan.loop.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.routing.RuledDuties.RuledDuty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on rulings in the duty list. */
@Component
class RuledDutySql {

  private static final String READ =
      """
      select id, procedure, item, area, unit, number, reason, made_by, made_at, ended_by, ended_at
        from routing.ruled_duty where district = :district
      """;

  private static final String IN_FORCE = READ + " and ended_at is null order by made_at, id";

  private static final String ALL = READ + " order by made_at desc, id desc limit :limit";

  private static final String ADD =
      """
      insert into routing.ruled_duty
        (district, id, procedure, item, area, unit, number, reason, made_by, made_at)
      values (:district, :id, :procedure, :item, :area, :unit, :number, :reason, :by, :at)
      on conflict (district, procedure, item, area) where ended_at is null do nothing
      """;

  private static final String END =
      """
      update routing.ruled_duty set ended_by = :by, ended_at = :at
       where district = :district and id = :id and ended_at is null
      """;

  private final JdbcClient jdbc;
  private final int district;

  RuledDutySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<RuledDuty> inForce() {
    return jdbc.sql(IN_FORCE).param("district", district).query((row, n) -> duty(row)).list();
  }

  List<RuledDuty> all(int limit) {
    return jdbc.sql(ALL)
        .param("district", district)
        .param("limit", limit)
        .query((row, n) -> duty(row))
        .list();
  }

  /** False if there is one for this matter and place. */
  boolean add(RuledDuty duty) {
    return jdbc.sql(ADD)
            .param("district", district)
            .param("id", duty.id())
            .param("procedure", duty.what().procedure())
            .param("item", duty.what().item())
            .param("area", duty.what().area())
            .param("unit", duty.unit())
            .param("number", duty.number())
            .param("reason", duty.reason())
            .param("by", duty.madeBy())
            .param("at", duty.madeAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if there is none, or it has ended. */
  boolean end(UUID id, UUID by, Instant at) {
    return jdbc.sql(END)
            .param("district", district)
            .param("id", id)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static RuledDuty duty(ResultSet row) throws SQLException {
    return new RuledDuty(
        id(row, "id"),
        new RuledDuty.What(
            row.getString("procedure"), row.getString("item"), row.getString("area")),
        row.getString("unit"),
        row.getString("number"),
        row.getString("reason"),
        id(row, "made_by"),
        Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class)).toInstant(),
        end(row));
  }

  private static RuledDuty.@Nullable End end(ResultSet row) throws SQLException {
    var at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null ? null : new RuledDuty.End(id(row, "ended_by"), at.toInstant());
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
