package org.bihuan.services.grids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on who looks after which grid. */
@Component
class PostSql {

  private static final String ADD =
      """
      insert into grids.post (district, id, grid, staff, phone, since, made_by)
      values (:district, :id, :grid, :staff, :phone, :since, :by)
      on conflict (district, grid) where until is null do nothing
      """;

  private static final String END =
      """
      update grids.post set until = greatest(since, :at), ended_by = :by
       where district = :district and id = :id and until is null
      """;

  private static final String END_OF_GRID =
      """
      update grids.post set until = greatest(since, :at), ended_by = :by
       where district = :district and grid = :grid and until is null
      """;

  private static final String HELD =
      """
      select id, grid, staff, phone, since from grids.post
       where district = :district and until is null order by grid
      """;

  private static final String OF =
      """
      select id, grid, staff, phone, since from grids.post
       where district = :district and staff = :staff and until is null order by grid
      """;

  private final JdbcClient jdbc;
  private final int district;

  PostSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** False if somebody else was given the grid at this moment. */
  boolean add(GridPost post, UUID by) {
    return jdbc.sql(ADD)
            .param("district", district)
            .param("id", post.id())
            .param("grid", post.grid())
            .param("staff", post.staff())
            .param("phone", post.phone())
            .param("since", post.since().atOffset(ZoneOffset.UTC))
            .param("by", by)
            .update()
        == 1;
  }

  /** False if it is over already. */
  boolean end(UUID id, UUID by, Instant at) {
    return jdbc.sql(END)
            .param("district", district)
            .param("id", id)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Ends whoever holds a grid; it may be nobody. */
  int endOf(String grid, UUID by, Instant at) {
    return jdbc.sql(END_OF_GRID)
        .param("district", district)
        .param("grid", grid)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<GridPost> held() {
    return jdbc.sql(HELD).param("district", district).query((row, n) -> post(row)).list();
  }

  List<GridPost> of(UUID staff) {
    return jdbc.sql(OF)
        .param("district", district)
        .param("staff", staff)
        .query((row, n) -> post(row))
        .list();
  }

  private static GridPost post(ResultSet row) throws SQLException {
    return new GridPost(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("grid"),
        Objects.requireNonNull(row.getObject("staff", UUID.class)),
        row.getString("phone"),
        Objects.requireNonNull(row.getObject("since", OffsetDateTime.class)).toInstant());
  }
}
