package org.bihuan.foundation.people;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of people over a test's database. */
public final class TestingPeople {

  private TestingPeople() {}

  /** With a key in a folder. */
  public static People in(TestDatabase database, Path folder) {
    var district = new District(140213);
    var cipher = new FieldCipher(new FieldKey(folder.resolve("field.key")), district);
    var jdbc = database.jdbc();
    return new People(
        new PeopleSql(jdbc, district),
        new KeySql(jdbc, district),
        cipher,
        new Lookups(new LookupSql(jdbc, district), cipher),
        Clock.systemUTC());
  }

  /** Somebody who is on file. */
  public static UUID resident(TestDatabase database, Path folder, String name, String phone) {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    var people = in(database, folder);
    return switch (transaction.execute(
        status -> people.register(ApplicantForm.resident(name, phone)))) {
      case Registration.Registered(var id, var known) -> id;
      case Registration.Rejected(var errors) -> throw new AssertionError(errors.toString());
    };
  }
}
