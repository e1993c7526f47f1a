package org.bihuan.loop.twins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on which matter follows which. */
@Component
class TwinLinkSql {

  private static final String COLUMNS =
      """
      select id, main, follower, made_by, made_at, why, score, ended_by, ended_at, ended_how,
             ended_why
        from twins.twin_link
       where district = :district
      """;

  private static final String MAINS =
      """
      select distinct main from twins.twin_link
       where district = :district and follower = :follower
      """;

  private static final String ADD =
      """
      insert into twins.twin_link
        (district, id, main, follower, made_by, made_at, why, score)
      values (:district, :id, :main, :follower, :by, :at, :why, :score)
      """;

  private static final String END =
      """
      update twins.twin_link
         set ended_by = :by, ended_at = :at, ended_how = :how, ended_why = :why
       where district = :district and id = any(:ids) and ended_at is null
      """;

  private final JdbcClient jdbc;
  private final int district;

  TwinLinkSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** The matter this one follows now. */
  Optional<TwinLink> followed(CaseId follower) {
    return jdbc.sql(COLUMNS + " and follower = :follower and ended_at is null")
        .param("district", district)
        .param("follower", follower.value())
        .query((row, n) -> link(row))
        .optional();
  }

  /** What follows some matters now, the first first. */
  List<TwinLink> following(Collection<UUID> mains) {
    return jdbc.sql(COLUMNS + " and main = any(:mains) and ended_at is null order by made_at, id")
        .param("district", district)
        .param("mains", mains.toArray(UUID[]::new))
        .query((row, n) -> link(row))
        .list();
  }

  /** Everything that follows or followed a matter, the first first. */
  List<TwinLink> all(CaseId main, int limit) {
    return jdbc.sql(COLUMNS + " and main = :main order by made_at, id limit :limit")
        .param("district", district)
        .param("main", main.value())
        .param("limit", limit)
        .query((row, n) -> link(row))
        .list();
  }

  /** The matters one follows or followed. */
  List<CaseId> mains(CaseId follower) {
    return jdbc.sql(MAINS)
        .param("district", district)
        .param("follower", follower.value())
        .query((row, n) -> new CaseId(TwinSql.uuid(row, "main")))
        .list();
  }

  /** Throws Spring's duplicate-key exception if the follower follows somebody already. */
  void add(TwinLink link) {
    jdbc.sql(ADD)
        .param("district", district)
        .param("id", link.id())
        .param("main", link.main().value())
        .param("follower", link.follower().value())
        .param("by", link.madeBy())
        .param("at", link.madeAt().atOffset(ZoneOffset.UTC))
        .param("why", link.why())
        .param("score", link.score())
        .update();
  }

  /** Ends links that have not ended; as many as were asked, or the work is undone. */
  void end(Collection<TwinLink> links, TwinLink.End end) {
    var ids = links.stream().map(TwinLink::id).toArray(UUID[]::new);
    int rows =
        jdbc.sql(END)
            .param("district", district)
            .param("ids", ids)
            .param("by", end.by())
            .param("at", end.at().atOffset(ZoneOffset.UTC))
            .param("how", end.how())
            .param("why", end.why())
            .update();
    if (rows != ids.length) {
      throw new IllegalStateException("of " + ids.length + " links " + rows + " were ended");
    }
  }

  private static TwinLink link(ResultSet row) throws SQLException {
    return new TwinLink(
        TwinSql.uuid(row, "id"),
        new CaseId(TwinSql.uuid(row, "main")),
        new CaseId(TwinSql.uuid(row, "follower")),
        TwinSql.uuid(row, "made_by"),
        Objects.requireNonNull(TwinSql.instant(row, "made_at")),
        row.getString("why"),
        row.getObject("score", Integer.class),
        end(row, TwinSql.instant(row, "ended_at")));
  }

  private static TwinLink.@Nullable End end(ResultSet row, @Nullable Instant at)
      throws SQLException {
    return at == null
        ? null
        : new TwinLink.End(
            TwinSql.uuid(row, "ended_by"),
            at,
            row.getString("ended_how"),
            row.getString("ended_why"));
  }
}
