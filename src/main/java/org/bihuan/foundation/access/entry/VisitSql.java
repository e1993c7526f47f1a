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
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on visits and on the residents who come. */
@Component
class VisitSql {

  private static final String BEGIN =
      """
      insert into access.visit
        (id, staff_id, stamp, resident_id, vouched, address, device, began_at, seen_at, proved_at)
      values (:id, :staff, :stamp, :resident, :vouched, :address, :device, :at, :at, :at)
      """;

  private static final String KEPT =
      """
      select v.id, v.staff_id, v.stamp, v.resident_id, v.address, v.device, v.began_at, v.seen_at,
             v.proved_at, v.vouched, r.phone
        from access.visit v left join access.resident r on r.id = v.resident_id
       where v.ended_at is null
      """;

  private static final String BY_ID = KEPT + " and v.id = :id";
  private static final String OF_STAFF = KEPT + " and v.staff_id = :owner order by v.began_at desc";
  private static final String OF_RESIDENT =
      KEPT + " and v.resident_id = :owner order by v.began_at desc";

  private static final String SEEN =
      "update access.visit set seen_at = :at where id = :id and ended_at is null";

  private static final String PROVED =
      "update access.visit set proved_at = :at where id = :id and ended_at is null";

  private static final String END =
      "update access.visit set ended_at = :at where id = :id and ended_at is null";

  private static final String END_OWN = END + " and (staff_id = :owner or resident_id = :owner)";

  private static final String END_OTHERS =
      """
      update access.visit set ended_at = :at
       where (staff_id = :owner or resident_id = :owner) and id <> :id and ended_at is null
      """;

  private static final String FORGET = "delete from access.visit where seen_at < :before";

  private static final String WELCOME =
      """
      insert into access.resident (id, phone_key, phone, created_at)
      values (:id, :key, :phone, :at)
      on conflict (phone_key) do nothing
      """;

  /** The visits are kept as long as the law asks for, and tell no phone any more. */
  private static final String FORGET_PHONE =
      """
      with asked as (
        delete from access.phone_code where phone_key = :key
      ), gone as (
        update access.resident set phone_key = :nobody, phone = ''::bytea
         where phone_key = :key
        returning id
      )
      update access.visit set ended_at = :at
       where resident_id in (select id from gone) and ended_at is null
      """;

  private static final String RESIDENT = "select id from access.resident where phone_key = :key";

  private static final String PHONE = "select phone from access.resident where id = :id";

  private final JdbcClient jdbc;

  VisitSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A visit that was not ended; of staff or of a resident. */
  record Kept(
      UUID id,
      @Nullable UUID staff,
      int stamp,
      @Nullable UUID resident,
      Caller caller,
      Instant beganAt,
      Instant seenAt,
      Instant provedAt,
      boolean vouched,
      byte @Nullable [] phone) {

    boolean isStaff() {
      return staff != null;
    }

    /** As its owner sees it, who looks from one of them. */
    Visit shown(UUID from) {
      return new Visit(id, caller.device(), caller.address(), beganAt, seenAt, id.equals(from));
    }
  }

  void begin(UUID id, Ticket ticket, boolean vouched, Caller caller, Instant at) {
    one(
        begin(id, caller, at)
            .param("staff", ticket.staff())
            .param("stamp", ticket.stamp())
            .param("vouched", vouched)
            .param("resident", null));
  }

  void begin(UUID id, UUID resident, Caller caller, Instant at) {
    one(
        begin(id, caller, at)
            .param("staff", null)
            .param("stamp", null)
            .param("vouched", false)
            .param("resident", resident));
  }

  int forget(byte[] key, byte[] nobody, Instant at) {
    return jdbc.sql(FORGET_PHONE)
        .param("key", key)
        .param("nobody", nobody)
        .param("at", utc(at))
        .update();
  }

  private JdbcClient.StatementSpec begin(UUID id, Caller caller, Instant at) {
    return jdbc.sql(BEGIN)
        .param("id", id)
        .param("address", caller.address())
        .param("device", caller.device())
        .param("at", utc(at));
  }

  Optional<Kept> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query((row, n) -> kept(row)).optional();
  }

  List<Kept> of(UUID owner, boolean staff) {
    return jdbc.sql(staff ? OF_STAFF : OF_RESIDENT)
        .param("owner", owner)
        .query((row, n) -> kept(row))
        .list();
  }

  /** False if it ended meanwhile. */
  boolean seen(UUID id, Instant at) {
    return jdbc.sql(SEEN).param("id", id).param("at", utc(at)).update() == 1;
  }

  boolean proved(UUID id, Instant at) {
    return jdbc.sql(PROVED).param("id", id).param("at", utc(at)).update() == 1;
  }

  boolean end(UUID id, Instant at) {
    return jdbc.sql(END).param("id", id).param("at", utc(at)).update() == 1;
  }

  /** False if it is not this owner's. */
  boolean end(UUID id, UUID owner, Instant at) {
    return jdbc.sql(END_OWN).param("id", id).param("owner", owner).param("at", utc(at)).update()
        == 1;
  }

  int endOthers(UUID kept, UUID owner, Instant at) {
    return jdbc.sql(END_OTHERS)
        .param("id", kept)
        .param("owner", owner)
        .param("at", utc(at))
        .update();
  }

  /** Removes what is too old to be kept; returns how many. */
  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", utc(before)).update();
  }

  /** Puts a phone on file unless it is; false if it was. */
  boolean welcome(UUID id, byte[] key, byte[] phone, Instant at) {
    return jdbc.sql(WELCOME)
            .param("id", id)
            .param("key", key)
            .param("phone", phone)
            .param("at", utc(at))
            .update()
        == 1;
  }

  UUID resident(byte[] key) {
    return jdbc.sql(RESIDENT).param("key", key).query(UUID.class).single();
  }

  Optional<byte[]> phone(UUID resident) {
    return jdbc.sql(PHONE).param("id", resident).query(byte[].class).optional();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        row.getObject("staff_id", UUID.class),
        row.getInt("stamp"),
        row.getObject("resident_id", UUID.class),
        new Caller(row.getString("address"), row.getString("device")),
        row.getObject("began_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        row.getObject("proved_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("vouched"),
        row.getBytes("phone"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static void one(JdbcClient.StatementSpec statement) {
    int rows = statement.update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }
}
