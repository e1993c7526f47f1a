package org.bihuan.portal.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on kept views and on what left as a file. */
@Component
class ViewSql {

  /** How many views one member may keep; the table says the same. */
  static final int MOST = 12;

  private static final String OF =
      """
      select id, name, queue, unit, state, due, q, kind, columns, first
        from views.view where district = :district and staff = :staff order by slot
      """;

  private static final String FREE =
      """
      select min(s) from generate_series(1, :most) as s
       where not exists (select 1 from views.view v
                          where v.district = :district and v.staff = :staff and v.slot = s)
      """;

  private static final String ADD =
      """
      insert into views.view
        (district, staff, slot, id, name, queue, unit, state, due, q, kind, columns, first, made_at)
      values (:district, :staff, :slot, :id, :name, :queue, :unit, :state, :due, :q, :kind,
              :columns, false, :at)
      on conflict do nothing
      """;

  private static final String NAMED =
      """
      select exists (select 1 from views.view
                      where district = :district and staff = :staff and name = :name)
      """;

  private static final String DROP =
      "delete from views.view where district = :district and staff = :staff and id = :id";

  private static final String NONE_FIRST =
      """
      update views.view set first = false
       where district = :district and staff = :staff and first
      """;

  private static final String FIRST =
      """
      update views.view set first = true
       where district = :district and staff = :staff and id = :id
      """;

  private static final String EXPORTED =
      """
      insert into views.export (district, id, staff, at, asked, numbers)
      values (:district, :id, :staff, :at, :asked, :numbers)
      """;

  private final JdbcClient jdbc;
  private final int district;

  ViewSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<View> of(UUID staff) {
    return jdbc.sql(OF)
        .param("district", district)
        .param("staff", staff)
        .query((row, n) -> view(row))
        .list();
  }

  /** The lowest slot that is free; empty if none is. */
  Optional<Integer> freeSlot(UUID staff) {
    return jdbc
        .sql(FREE)
        .param("district", district)
        .param("staff", staff)
        .param("most", MOST)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  boolean named(UUID staff, String name) {
    return jdbc.sql(NAMED)
        .param("district", district)
        .param("staff", staff)
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  /** False if slot or name were taken meanwhile. */
  boolean add(UUID staff, int slot, View view, Instant at) {
    var asked = view.asked();
    return jdbc.sql(ADD)
            .param("district", district)
            .param("staff", staff)
            .param("slot", slot)
            .param("id", view.id())
            .param("name", view.name())
            .param("queue", asked.queue())
            .param("unit", asked.unit())
            .param("state", asked.state())
            .param("due", asked.due())
            .param("q", asked.q())
            .param("kind", asked.kind())
            .param("columns", view.columns().toArray(String[]::new))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Deleting what is gone already is no fault. */
  void drop(UUID staff, UUID id) {
    jdbc.sql(DROP).param("district", district).param("staff", staff).param("id", id).update();
  }

  /** Makes one view the first, or none. */
  void first(UUID staff, UUID id) {
    jdbc.sql(NONE_FIRST).param("district", district).param("staff", staff).update();
    jdbc.sql(FIRST).param("district", district).param("staff", staff).param("id", id).update();
  }

  void exported(Exports.Taken taken) {
    int rows =
        jdbc.sql(EXPORTED)
            .param("district", district)
            .param("id", taken.id())
            .param("staff", taken.staff())
            .param("at", taken.at().atOffset(ZoneOffset.UTC))
            .param("asked", taken.asked())
            .param("numbers", taken.numbers().toArray(String[]::new))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("an export was not written down: " + taken.id());
    }
  }

  private static View view(ResultSet row) throws SQLException {
    var asked =
        new View.Asked(
            row.getString("queue"),
            row.getString("unit"),
            row.getString("state"),
            row.getString("due"),
            row.getString("q"),
            row.getString("kind"));
    return new View(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("name"),
        asked,
        List.of((String[]) row.getArray("columns").getArray()),
        row.getBoolean("first"));
  }
}
