package org.bihuan.loop.cases;

import java.util.Optional;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.storage.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The kernel on a database of its own, for the tests of modules above. */
public final class TestingCases {

  private final CaseFixtures house = new CaseFixtures();

  public TestDatabase database() {
    return house.database;
  }

  public Cases cases() {
    return house.cases;
  }

  /** A new appeal. */
  public CaseId appeal() {
    return house.open("appeal");
  }

  /** How many entries a matter has. */
  public int entries(CaseId id) {
    return house.cases.entries(id).size();
  }

  /** Takes a matter in, with whatever else is done in the same transaction. */
  public static Errand accepting(CaseId id, Runnable besides) {
    var act = CaseFixtures.act(id, "accept", CaseFixtures.staff(Role.DISPATCHER), "{}");
    return new Errand() {

      @Override
      public CaseId file() {
        return id;
      }

      @Override
      public Optional<Errand.Move> ready() {
        besides.run();
        return Optional.of(act);
      }

      @Override
      public boolean decided(@Nullable Decision decision) {
        return decision instanceof Decision.Accepted;
      }
    };
  }
}
