package org.bihuan.foundation.people;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.people.Registration.Registered;
import org.bihuan.foundation.people.Registration.Rejected;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One copy of the house's people over a database: its own cipher and its own idea of the keys. */
public final class TestingPeople {

  public static final District DISTRICT = new District(140213);

  public final TransactionTemplate transaction;
  final FieldKey file;
  final FieldCipher cipher;
  public final People people;
  final Lookups lookups;
  final Rotation rotation;
  final FieldSeal seal;

  public TestingPeople(
      TestDatabase database, Path keyFile, Clock clock, FieldSeal.Column... elsewhere) {
    var jdbc = database.jdbc();
    var keys = new KeySql(jdbc, DISTRICT);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    file = new FieldKey(keyFile);
    cipher = new FieldCipher(file, DISTRICT);
    var ring = new KeyRing(keys, cipher, clock);
    lookups = new Lookups(new LookupSql(jdbc, DISTRICT), ring);
    people =
        new People(
            new PeopleSql(jdbc, DISTRICT),
            new LookupSql(jdbc, DISTRICT),
            keys,
            ring,
            lookups,
            clock);
    rotation =
        new Rotation(new RotationSql(jdbc, DISTRICT), ring, file, lookups, List.of(elsewhere));
    seal = new FieldSeal(ring);
  }

  /** The door alone, with a key in a folder. */
  public static People in(TestDatabase database, Path folder) {
    return new TestingPeople(database, folder.resolve("field.key"), Clock.systemUTC()).people;
  }

  /** Somebody who is on file. */
  public static UUID resident(TestDatabase database, Path folder, String name, String phone) {
    return new TestingPeople(database, folder.resolve("field.key"), Clock.systemUTC())
        .register(ApplicantForm.resident(name, phone));
  }

  /** A seal with a key in a folder. */
  public static FieldSeal seal(TestDatabase database, Path folder) {
    return new TestingPeople(database, folder.resolve("field.key"), Clock.systemUTC()).seal;
  }

  public UUID register(ApplicantForm form) {
    return switch (transaction.execute(status -> people.register(form))) {
      case Registered(var id, var known) -> id;
      case Rejected(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  /** Walks everybody once; tells how many fields were moved. */
  int walk(int batch) {
    int moved = 0;
    UUID after = Rotation.START;
    while (after != null) {
      var from = after;
      var step = transaction.execute(status -> rotation.step(from, batch));
      moved += step.moved();
      after = step.last();
    }
    for (var column : rotation.elsewhere()) {
      after = Rotation.START;
      while (after != null) {
        var from = after;
        var step = transaction.execute(status -> rotation.step(column, from, batch));
        moved += step.moved();
        after = step.last();
      }
    }
    return moved;
  }

  int begin() {
    return transaction.execute(status -> rotation.begin());
  }

  int finish() {
    int retired = transaction.execute(status -> rotation.finish());
    transaction.execute(status -> rotation.sweep());
    return retired;
  }
}
