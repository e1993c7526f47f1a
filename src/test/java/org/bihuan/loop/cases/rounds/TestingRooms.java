package org.bihuan.loop.cases.rounds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Rooms without the application around them. */
public final class TestingRooms {

  private TestingRooms() {}

  public static RoundsRoom room(
      RoundsSettings settings, PlatformTransactionManager transactions, JdbcClient jdbc) {
    return new RoundsRoom(settings, transactions, new RoundSql(jdbc));
  }
}
