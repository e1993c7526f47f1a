package org.bihuan.foundation.people;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.foundation.people.Registration.Registered;
import org.bihuan.foundation.people.Registration.Rejected;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One copy of the house's people over a database: its own cipher and its own idea of the keys. */
final class TestingPeople {

  static final District DISTRICT = new District(140213);

  final TransactionTemplate transaction;
  final FieldKey file;
  final FieldCipher cipher;
  final People people;
  final Rotation rotation;
  final Reveals reveals;

  TestingPeople(TestDatabase database, Path keyFile, Clock clock) {
    var jdbc = database.jdbc();
    var keys = new KeySql(jdbc, DISTRICT);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    file = new FieldKey(keyFile);
    cipher = new FieldCipher(file, DISTRICT);
    people = new People(new PeopleSql(jdbc, DISTRICT), keys, cipher, clock);
    rotation = new Rotation(new RotationSql(jdbc, DISTRICT), keys, cipher, file, clock);
    reveals = new Reveals(new RevealSql(jdbc, DISTRICT), people, clock);
  }

  UUID register(ApplicantForm form) {
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
