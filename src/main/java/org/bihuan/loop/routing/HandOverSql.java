package org.bihuan.loop.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on hand-overs. */
@Component
class HandOverSql {

  private static final String ADD =
      """
      insert into routing.hand_over
        (district, id, absent, deputy, from_day, to_day, reason, made_by, made_at)
      values (:district, :id, :absent, :deputy, :from, :to, :reason, :by, :at)
      """;

  private static final String END =
      """
      update routing.hand_over set ended_by = :by, ended_at = :at
       where district = :district and id = :id and ended_at is null and to_day >= :today
      """;

  private static final String READ =
      """
      select id, absent, deputy, from_day, to_day, reason, made_by, ended_by
        from routing.hand_over where district = :district
      """;

  private static final String ONE = READ + " and id = :id";

  private static final String ALL = READ + " order by to_day desc, id desc limit :limit";

  private static final String OF =
      READ + " and (absent = :staff or deputy = :staff) order by to_day desc, id desc limit :limit";

  private static final String UNDER_WAY =
      READ + " and ended_at is null and from_day <= :day and to_day >= :day order by id";

  private static final String AWAY =
      """
      select exists (
        select 1 from routing.hand_over
         where district = :district and absent = :staff and ended_at is null
           and from_day <= :to and to_day >= :from)
      """;

  private final JdbcClient jdbc;
  private final int district;

  HandOverSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void add(HandOver handOver, Instant at) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", handOver.id())
            .param("absent", handOver.absent())
            .param("deputy", handOver.deputy())
            .param("from", handOver.from())
            .param("to", handOver.to())
            .param("reason", handOver.reason())
            .param("by", handOver.madeBy())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a hand-over was not kept: " + handOver.id());
    }
  }

  /** False if it is over already. */
  boolean end(UUID id, UUID by, Instant at, LocalDate today) {
    return jdbc.sql(END)
            .param("district", district)
            .param("id", id)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("today", today)
            .update()
        == 1;
  }

  Optional<HandOver> find(UUID id) {
    return jdbc.sql(ONE)
        .param("district", district)
        .param("id", id)
        .query((row, n) -> handOver(row))
        .optional();
  }

  List<HandOver> all(int limit) {
    return jdbc.sql(ALL)
        .param("district", district)
        .param("limit", limit)
        .query((row, n) -> handOver(row))
        .list();
  }

  List<HandOver> of(UUID staff, int limit) {
    return jdbc.sql(OF)
        .param("district", district)
        .param("staff", staff)
        .param("limit", limit)
        .query((row, n) -> handOver(row))
        .list();
  }

  /** What holds on a day. */
  List<HandOver> underWay(LocalDate day) {
    return jdbc.sql(UNDER_WAY)
        .param("district", district)
        .param("day", day)
        .query((row, n) -> handOver(row))
        .list();
  }

  /** Whether a member is away on some of these days. */
  boolean away(UUID staff, LocalDate from, LocalDate to) {
    return jdbc.sql(AWAY)
        .param("district", district)
        .param("staff", staff)
        .param("from", from)
        .param("to", to)
        .query(Boolean.class)
        .single();
  }

  private static HandOver handOver(ResultSet row) throws SQLException {
    return new HandOver(
        id(row, "id"),
        id(row, "absent"),
        id(row, "deputy"),
        Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
        Objects.requireNonNull(row.getObject("to_day", LocalDate.class)),
        row.getString("reason"),
        id(row, "made_by"),
        row.getObject("ended_by", UUID.class));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
