package org.bihuan.loop.cases.search;

import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.loop.cases.register.Follower;

/** The search by title for the tests of the package above. */
public final class TestingTitles {

  private TestingTitles() {}

  public static Titles on(TestDatabase database, District district) {
    return new Titles(new TitleSql(database.jdbc(), district));
  }

  /** What keeps the words, to be fed by a test. */
  public static Follower follower(TestDatabase database, District district) {
    return new TitleFollower(new TitleSql(database.jdbc(), district));
  }
}
