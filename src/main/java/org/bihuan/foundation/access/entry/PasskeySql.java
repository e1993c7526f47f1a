package org.bihuan.foundation.access.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.SignIn.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on passkeys. */
@Component
class PasskeySql {

  /** The lock on the member keeps two from being the last one allowed. */
  private static final String LOCK_OWNER =
      "select active from access.staff where id = :staff for update";

  private static final String ADD =
      """
      insert into access.passkey (id, staff_id, credential, attested, counter, synced, name, made_at)
      select :id, :staff, :credential, :attested, :counter, :synced, :name, :at
       where (select count(*) from access.passkey where staff_id = :staff) < :most
      on conflict (credential) do nothing
      """;

  /** Of members who were disabled nothing is found. */
  private static final String FIND =
      """
      select p.id, p.staff_id, s.stamp, p.attested, p.counter, p.synced
        from access.passkey p join access.staff s on s.id = p.staff_id
       where p.credential = :credential and s.active
      """;

  /** Who counts nothing stays at 0; of two with the same count one gets the row. */
  private static final String USE =
      """
      update access.passkey set counter = :counter, used_at = :at
       where id = :id and (counter < :counter or (counter = 0 and :counter = 0))
      """;

  private static final String OF =
      """
      select id, credential, name, synced, made_at, used_at from access.passkey
       where staff_id = :staff order by made_at
      """;

  private static final String REMOVE =
      "delete from access.passkey where staff_id = :staff and id = :id";

  private static final String REMOVE_ALL = "delete from access.passkey where staff_id = :staff";

  private final JdbcClient jdbc;

  PasskeySql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new one. */
  record Made(
      UUID id, byte[] credential, byte[] attested, long counter, boolean synced, String name) {}

  /** One as a sign-in is compared with it. */
  record Kept(UUID id, Ticket owner, byte[] attested, long counter, boolean synced) {}

  /** One as its owner sees it. */
  record Listed(
      UUID id,
      byte[] credential,
      String name,
      boolean synced,
      Instant madeAt,
      @Nullable Instant usedAt) {}

  /** False if the member was disabled, has too many, or somebody has this one. */
  boolean add(UUID staff, Made made, int most, Instant at) {
    var owner = jdbc.sql(LOCK_OWNER).param("staff", staff).query(Boolean.class).optional();
    return owner.orElse(false)
        && jdbc.sql(ADD)
                .param("id", made.id())
                .param("staff", staff)
                .param("credential", made.credential())
                .param("attested", made.attested())
                .param("counter", made.counter())
                .param("synced", made.synced())
                .param("name", made.name())
                .param("at", utc(at))
                .param("most", most)
                .update()
            == 1;
  }

  Optional<Kept> find(byte[] credential) {
    return jdbc.sql(FIND)
        .param("credential", credential)
        .query(
            (row, n) ->
                new Kept(
                    row.getObject("id", UUID.class),
                    new Ticket(row.getObject("staff_id", UUID.class), row.getInt("stamp")),
                    row.getBytes("attested"),
                    row.getLong("counter"),
                    row.getBoolean("synced")))
        .optional();
  }

  /** False if it was used with this count or a later one, or was removed. */
  boolean use(UUID id, long counter, Instant at) {
    return jdbc.sql(USE).param("id", id).param("counter", counter).param("at", utc(at)).update()
        == 1;
  }

  List<Listed> of(UUID staff) {
    return jdbc.sql(OF).param("staff", staff).query((row, n) -> listed(row)).list();
  }

  /** False if the member has none such. */
  boolean remove(UUID staff, UUID id) {
    return jdbc.sql(REMOVE).param("staff", staff).param("id", id).update() == 1;
  }

  int removeAll(UUID staff) {
    return jdbc.sql(REMOVE_ALL).param("staff", staff).update();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    var used = row.getObject("used_at", OffsetDateTime.class);
    return new Listed(
        row.getObject("id", UUID.class),
        row.getBytes("credential"),
        row.getString("name"),
        row.getBoolean("synced"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
