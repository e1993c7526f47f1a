package org.bihuan.loop.cases.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The hidden parts of the register, for the tests of the kernel. */
public final class TestingRegister {

  private static final District DISTRICT = new District(140213);

  private TestingRegister() {}

  /** Signs what has been written. */
  public static void seal(DataSource source, Clock clock, Path key) {
    new Sealer(
            new RegisterSql(new JdbcTemplate(source), DISTRICT),
            new CursorSql(new JdbcTemplate(source), DISTRICT),
            new JdbcTransactionManager(source),
            clock,
            new Sealer.Settings(key))
        .run();
  }

  /** Another process that runs followers; each call is one turn of all of them. */
  public static Runnable following(DataSource source, Follower... followers) {
    return new Followers(
            new CursorSql(new JdbcTemplate(source), DISTRICT),
            new JdbcTransactionManager(source),
            List.of(followers))
        ::run;
  }

  /** The register without a transaction of its own: sees what the caller's transaction did. */
  public static Register within(DataSource source) {
    return new Register(new RegisterSql(new JdbcTemplate(source), DISTRICT));
  }

  /** The exported form. */
  public static String exported(Register register) {
    var out = new StringWriter();
    register.export(out);
    return out.toString();
  }

  /** Checks an exported form. */
  public static Register.Report verified(String exported) {
    try {
      return Register.verify(new BufferedReader(new StringReader(exported)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
