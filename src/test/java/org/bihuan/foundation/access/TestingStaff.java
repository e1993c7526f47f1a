package org.bihuan.foundation.access;

/** The door of staff for the tests of modules above, over a database with the units loaded. */
public final class TestingStaff {

  private static final AccessFixtures HOUSE = new AccessFixtures();

  private TestingStaff() {}

  /** Empty again at each call. */
  public static Staff fresh() {
    HOUSE.renew();
    return HOUSE.staff;
  }
}
