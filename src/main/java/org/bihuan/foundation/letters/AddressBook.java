package org.bihuan.foundation.letters;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.people.People;
import org.springframework.stereotype.Component;

/** Where people are reached; looked up at the moment of sending, never kept with the letter. */
@Component
class AddressBook {

  private final AddressSql sql;
  private final People people;
  private final FieldSeal seal;
  private final Clock clock;

  AddressBook(AddressSql sql, People people, FieldSeal seal, Clock clock) {
    this.sql = sql;
    this.people = people;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * An address.
   *
   * @param full for the carrier alone
   * @param masked for everybody else
   */
  record Address(String full, String masked) {}

  Optional<Address> find(UUID person, Way way) {
    return switch (way) {
      case INBOX -> Optional.empty();
      case SMS ->
          people
              .find(person)
              .filter(p -> p.phone().digits().matches("1\\d{10}"))
              .map(p -> new Address(p.phone().digits(), p.maskedPhone()));
      case EMAIL ->
          sql.email(person)
              .map(closed -> seal.open(closed, person, AddressSql.COLUMN))
              .map(email -> new Address(email, masked(email)));
    };
  }

  void keep(UUID person, String email) {
    if (email.isEmpty()) {
      sql.forget(person);
    } else {
      sql.keep(person, seal.close(email, person, AddressSql.COLUMN), clock.instant());
    }
  }

  /** z***@example.com. */
  static String masked(String email) {
    return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
  }
}
