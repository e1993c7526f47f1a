package org.bihuan.foundation.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what proves who one is: passwords, sessions, tokens. */
@Component
class CredentialSql {

  private static final String BY_STAMP =
      StaffSql.MEMBER + " where s.id = :id and s.stamp = :stamp and s.active";

  private static final String BY_TOKEN =
      StaffSql.MEMBER
          + """
             join access.token t on t.staff_id = s.id
            where t.digest = :digest and t.revoked_at is null and t.expires_at > :now and s.active
            """;

  private static final String CREDENTIALS =
      """
      select id, stamp, password_hash, active from access.staff where login = :login
      """;

  private static final String BY_ID =
      """
      select id, stamp, password_hash, active from access.staff where id = :id
      """;

  private static final String SET_PASSWORD =
      """
      update access.staff set password_hash = :hash, stamp = stamp + 1 where id = :id
      """;

  private static final String ADD_TOKEN =
      """
      insert into access.token (id, staff_id, name, digest, created_at, expires_at)
      values (:id, :staff, :name, :digest, :at, :expires)
      on conflict (staff_id, name) where revoked_at is null do nothing
      """;

  private static final String REVOKE_TOKEN =
      """
      update access.token set revoked_at = :at
       where staff_id = :staff and name = :name and revoked_at is null
      """;

  private static final String LIVE_TOKENS =
      """
      select name, expires_at from access.token
       where staff_id = :staff and revoked_at is null and expires_at > :now order by name
      """;

  private final JdbcClient jdbc;

  CredentialSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What sign-in compares with. */
  record Credentials(UUID id, int stamp, String hash, boolean active) {}

  Optional<StaffMember> byStamp(UUID id, int stamp) {
    return jdbc.sql(BY_STAMP)
        .param("id", id)
        .param("stamp", stamp)
        .query((row, n) -> StaffSql.member(row))
        .optional();
  }

  Optional<StaffMember> byToken(byte[] digest, Instant now) {
    return jdbc.sql(BY_TOKEN)
        .param("digest", digest)
        .param("now", utc(now))
        .query((row, n) -> StaffSql.member(row))
        .optional();
  }

  Optional<Credentials> credentials(String login) {
    return jdbc.sql(CREDENTIALS)
        .param("login", login)
        .query((row, n) -> credentials(row))
        .optional();
  }

  Optional<Credentials> credentials(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query((row, n) -> credentials(row)).optional();
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        row.getObject("id", UUID.class),
        row.getInt("stamp"),
        row.getString("password_hash"),
        row.getBoolean("active"));
  }

  /** A new password ends every session. */
  void setPassword(UUID id, String hash) {
    int rows = jdbc.sql(SET_PASSWORD).param("id", id).param("hash", hash).update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  /** False if the owner has a live token of this name. */
  boolean addToken(UUID id, UUID staff, Staff.NewToken token, Instant at) {
    return jdbc.sql(ADD_TOKEN)
            .param("id", id)
            .param("staff", staff)
            .param("name", token.name())
            .param("digest", RandomText.digest(token.token()))
            .param("at", utc(at))
            .param("expires", utc(token.expiresAt()))
            .update()
        == 1;
  }

  List<Staff.LiveToken> liveTokens(UUID staff, Instant now) {
    return jdbc.sql(LIVE_TOKENS)
        .param("staff", staff)
        .param("now", utc(now))
        .query(
            (row, n) ->
                new Staff.LiveToken(
                    row.getString("name"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** False if the owner has no live token of this name. */
  boolean revokeToken(UUID staff, String name, Instant at) {
    return jdbc.sql(REVOKE_TOKEN)
            .param("staff", staff)
            .param("name", name)
            .param("at", utc(at))
            .update()
        == 1;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
