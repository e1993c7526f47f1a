package org.bihuan.foundation.access.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on second factors and recovery codes. */
@Component
class FactorSql {

  private static final String DROP = "delete from access.factor where staff_id = :staff";

  private static final String DROP_UNCONFIRMED = DROP + " and confirmed_at is null";

  private static final String PUT =
      """
      insert into access.factor (staff_id, secret, last_step, made_at)
      values (:staff, :secret, 0, :at)
      on conflict (staff_id) do nothing
      """;

  private static final String FIND =
      "select secret, confirmed_at is not null as confirmed from access.factor where staff_id = :staff";

  private static final String ANY =
      """
      select exists (select from access.factor where staff_id = :staff and confirmed_at is not null)
          or exists (select from access.passkey where staff_id = :staff)
      """;

  private static final String CONFIRM =
      """
      update access.factor set confirmed_at = :at, last_step = :step
       where staff_id = :staff and confirmed_at is null and last_step < :step
      """;

  /** Each step is good for one code: of two who send it at once one gets the row. */
  private static final String USE_STEP =
      """
      update access.factor set last_step = :step
       where staff_id = :staff and confirmed_at is not null and last_step < :step
      """;

  private static final String DROP_RECOVERY =
      "delete from access.recovery_code where staff_id = :staff";

  private static final String ADD_RECOVERY =
      """
      insert into access.recovery_code (staff_id, digest) values (:staff, :digest)
      """;

  private static final String USE_RECOVERY =
      """
      update access.recovery_code set used_at = :at
       where staff_id = :staff and digest = :digest and used_at is null
      """;

  private static final String RECOVERY_LEFT =
      """
      select count(*) from access.recovery_code where staff_id = :staff and used_at is null
      """;

  private final JdbcClient jdbc;

  FactorSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A factor as stored. */
  record Kept(byte[] secret, boolean confirmed) {}

  /** Takes the place of one that was never confirmed; false if there is one that was. */
  boolean put(UUID staff, byte[] secret, Instant at) {
    jdbc.sql(DROP_UNCONFIRMED).param("staff", staff).update();
    return jdbc.sql(PUT).param("staff", staff).param("secret", secret).param("at", utc(at)).update()
        == 1;
  }

  Optional<Kept> find(UUID staff) {
    return jdbc.sql(FIND)
        .param("staff", staff)
        .query((row, n) -> new Kept(row.getBytes("secret"), row.getBoolean("confirmed")))
        .optional();
  }

  /** True if the member has codes or a passkey. */
  boolean hasAny(UUID staff) {
    return jdbc.sql(ANY).param("staff", staff).query(Boolean.class).single();
  }

  /** False if it was confirmed before. */
  boolean confirm(UUID staff, long step, Instant at) {
    return jdbc.sql(CONFIRM).param("staff", staff).param("step", step).param("at", utc(at)).update()
        == 1;
  }

  /** Uses a step up; false if it or a later one was used. */
  boolean useStep(UUID staff, long step) {
    return jdbc.sql(USE_STEP).param("staff", staff).param("step", step).update() == 1;
  }

  /** These instead of those there were. */
  void putRecovery(UUID staff, List<byte[]> digests) {
    jdbc.sql(DROP_RECOVERY).param("staff", staff).update();
    for (var digest : digests) {
      int rows = jdbc.sql(ADD_RECOVERY).param("staff", staff).param("digest", digest).update();
      if (rows != 1) {
        throw new IllegalStateException("one row expected, " + rows + " written");
      }
    }
  }

  /** Uses a recovery code up; false if there is none such, or it was used. */
  boolean useRecovery(UUID staff, byte[] digest, Instant at) {
    return jdbc.sql(USE_RECOVERY)
            .param("staff", staff)
            .param("digest", digest)
            .param("at", utc(at))
            .update()
        == 1;
  }

  int recoveryLeft(UUID staff) {
    return jdbc.sql(RECOVERY_LEFT).param("staff", staff).query(Integer.class).single();
  }

  /** False if there was none. */
  boolean drop(UUID staff) {
    return jdbc.sql(DROP).param("staff", staff).update() == 1;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
