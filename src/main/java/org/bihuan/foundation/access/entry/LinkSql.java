package org.bihuan.foundation.access.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on links that are good once. */
@Component
class LinkSql {

  private static final String PUT =
      """
      insert into access.link (purpose, digest, expires_at) values ('first-admin', :digest, :expires)
      on conflict (purpose) do update set digest = excluded.digest, expires_at = excluded.expires_at
      """;

  private static final String IS_GOOD =
      """
      select exists (select 1 from access.link
                      where purpose = 'first-admin' and digest = :digest and expires_at > :now)
      """;

  /** Of two who use it at once one gets the row; the other waits for how that ends. */
  private static final String TAKE =
      """
      delete from access.link
       where purpose = 'first-admin' and digest = :digest and expires_at > :now
      """;

  private final JdbcClient jdbc;

  LinkSql(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The one link that is good; an earlier one is worth nothing from now on. */
  void put(byte[] digest, Instant expiresAt) {
    int rows = jdbc.sql(PUT).param("digest", digest).param("expires", utc(expiresAt)).update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  boolean isGood(byte[] digest, Instant now) {
    return jdbc.sql(IS_GOOD)
        .param("digest", digest)
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
  }

  /** Uses it up; false if it is not the one, was used or has expired. */
  boolean take(byte[] digest, Instant now) {
    return jdbc.sql(TAKE).param("digest", digest).param("now", utc(now)).update() == 1;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
