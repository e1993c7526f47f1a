package org.bihuan.foundation.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the database. The application signs in with fewer rights than the owner of the
 * tables: it cannot change what was written to the register.
 *
 * @param url JDBC address; environment {@code BIHUAN_DATABASE_URL}
 * @param user the application's login
 * @param password its password
 * @param owner the login that owns the tables and migrates them; absent means {@code user} does,
 *     and steps down to the application's role afterwards
 * @param ownerPassword its password
 * @param pool connections held, 2 to 200
 */
@ConfigurationProperties("bihuan.database")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @Nullable String owner,
    @Nullable String ownerPassword,
    @DefaultValue("16") int pool) {

  /** Never prints a password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + " as " + user + "]";
  }
}
