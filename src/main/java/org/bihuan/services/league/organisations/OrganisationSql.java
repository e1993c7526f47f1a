package org.bihuan.services.league.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on organisations and posts. */
@Component
class OrganisationSql {

  private static final String ALL =
      """
      select code, kind, parent, zh, en, area, branch from league.organisation
       where district = :district order by code
      """;

  private static final String PUT =
      """
      insert into league.organisation as o
        (district, code, kind, parent, zh, en, area, branch, origin)
      values (:district, :code, :kind, :parent, :zh, :en, :area, :branch, :origin)
      on conflict on constraint organisation_pk do update
         set zh = excluded.zh, en = excluded.en, area = excluded.area
       where (o.zh, o.en, o.area) is distinct from (excluded.zh, excluded.en, excluded.area)
      """;

  private static final String POSTS =
      """
      select organisation from league.post
       where district = :district and staff = :staff order by organisation
      """;

  private static final String HOLDERS =
      """
      select staff from league.post
       where district = :district and organisation = :organisation order by since, staff
      """;

  private static final String GIVE =
      """
      insert into league.post (district, organisation, staff, since)
      values (:district, :organisation, :staff, :at)
      on conflict on constraint post_pk do nothing
      """;

  private static final String TAKE =
      """
      delete from league.post
       where district = :district and organisation = :organisation and staff = :staff
      """;

  private final JdbcClient jdbc;
  private final int district;

  OrganisationSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<Organisation> all() {
    return jdbc.sql(ALL).param("district", district).query((row, n) -> organisation(row)).list();
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        row.getString("code"),
        Organisation.Kind.of(row.getString("kind")),
        row.getString("parent"),
        new Text(row.getString("zh"), row.getString("en")),
        row.getString("area"),
        row.getBoolean("branch"));
  }

  /** True if it is new or was changed. */
  boolean put(Organisation one, String origin) {
    return jdbc.sql(PUT)
            .param("district", district)
            .param("code", one.code())
            .param("kind", one.kind().code())
            .param("parent", one.parent())
            .param("zh", one.name().zh())
            .param("en", one.name().en())
            .param("area", one.area())
            .param("branch", one.branch())
            .param("origin", origin)
            .update()
        == 1;
  }

  List<String> posts(UUID staff) {
    return jdbc.sql(POSTS)
        .param("district", district)
        .param("staff", staff)
        .query((row, n) -> row.getString(1))
        .list();
  }

  List<UUID> holders(String organisation) {
    return jdbc.sql(HOLDERS)
        .param("district", district)
        .param("organisation", organisation)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** False if they had it. */
  boolean give(String organisation, UUID staff, Instant at) {
    return jdbc.sql(GIVE)
            .param("district", district)
            .param("organisation", organisation)
            .param("staff", staff)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if they had it not. */
  boolean take(String organisation, UUID staff) {
    return jdbc.sql(TAKE)
            .param("district", district)
            .param("organisation", organisation)
            .param("staff", staff)
            .update()
        == 1;
  }
}
