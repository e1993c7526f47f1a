package org.bihuan.foundation.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on staff and their roles. */
@Component
class StaffSql {

  /** What every reading of a member begins with. */
  static final String MEMBER =
      """
      select s.id, s.login, s.name, s.unit, s.active,
             array(select role from access.staff_role where staff_id = s.id) as roles
        from access.staff s
      """;

  private static final String ALL = MEMBER + " order by s.login";
  private static final String BY_LOGIN = MEMBER + " where s.login = :login";
  private static final String BY_ID = MEMBER + " where s.id = :id";
  private static final String BY_LOGIN_LOCKED = BY_LOGIN + " for update of s";
  private static final String NAMES =
      """
      select id, name from access.staff where id = any(:ids::uuid[])
      """;

  private static final String ADD =
      """
      insert into access.staff (id, login, name, unit, password_hash, stamp, active, created_at)
      values (:id, :login, :name, :unit, :hash, 1, true, :at)
      on conflict (login) do nothing
      """;

  private static final String DROP_ROLES =
      """
      delete from access.staff_role where staff_id = :id
      """;

  private static final String ADD_ROLES =
      """
      insert into access.staff_role (staff_id, role) select :id, unnest(:roles::text[])
      """;

  private static final String ADMINS =
      """
      select s.id
        from access.staff s join access.staff_role r on r.staff_id = s.id
       where r.role = 'admin' and s.active
       order by s.id
      """;

  private static final String ADMINS_LOCKED = ADMINS + " for update of s";

  private static final String DISABLE =
      """
      update access.staff set active = false, stamp = stamp + 1 where id = :id
      """;

  private final JdbcClient jdbc;

  StaffSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StaffMember> all() {
    return jdbc.sql(ALL).query((row, n) -> member(row)).list();
  }

  Optional<StaffMember> byLogin(String login) {
    return jdbc.sql(BY_LOGIN).param("login", login).query((row, n) -> member(row)).optional();
  }

  Optional<StaffMember> byId(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query((row, n) -> member(row)).optional();
  }

  /** The same, for a change: others who change this member wait. */
  Optional<StaffMember> lock(String login) {
    return jdbc.sql(BY_LOGIN_LOCKED)
        .param("login", login)
        .query((row, n) -> member(row))
        .optional();
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return jdbc
        .sql(NAMES)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** False if the login name is taken. */
  boolean add(StaffMember member, String hash, Instant at) {
    int rows =
        jdbc.sql(ADD)
            .param("id", member.id())
            .param("login", member.login())
            .param("name", member.name())
            .param("unit", member.unit())
            .param("hash", hash)
            .param("at", utc(at))
            .update();
    if (rows == 1) {
      addRoles(member.id(), member.roles());
    }
    return rows == 1;
  }

  void setRoles(StaffMember member, Set<Role> roles) {
    exactly(member.roles().size(), jdbc.sql(DROP_ROLES).param("id", member.id()).update());
    addRoles(member.id(), roles);
  }

  /**
   * Ids of the administrators in office; others who change one wait. They are read again once the
   * locks are held: a lost role is no change of the locked row, so the first reading would miss it.
   */
  List<UUID> lockAdmins() {
    jdbc.sql(ADMINS_LOCKED).query().listOfRows();
    return jdbc.sql(ADMINS).query((row, n) -> row.getObject("id", UUID.class)).list();
  }

  void disable(UUID id) {
    exactly(1, jdbc.sql(DISABLE).param("id", id).update());
  }

  private void addRoles(UUID id, Set<Role> roles) {
    var codes = roles.stream().map(Role::code).toArray(String[]::new);
    exactly(codes.length, jdbc.sql(ADD_ROLES).param("id", id).param("roles", codes).update());
  }

  static StaffMember member(ResultSet row) throws SQLException {
    Array roles = row.getArray("roles");
    return new StaffMember(
        row.getObject("id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        row.getString("unit"),
        Arrays.stream((String[]) roles.getArray()).map(Role::of).collect(Collectors.toSet()),
        row.getBoolean("active"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static void exactly(int expected, int rows) {
    if (rows != expected) {
      throw new IllegalStateException(expected + " rows expected, " + rows + " written");
    }
  }
}
