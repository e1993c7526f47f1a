package org.bihuan.foundation.letters;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
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

  /** Those of some people who have an address of this kind now. */
  Set<UUID> reached(Collection<UUID> asked, Way way) {
    return switch (way) {
      case INBOX -> Set.of();
      case SMS ->
          people.findAll(asked).values().stream()
              .filter(AddressBook::hasMobile)
              .map(Person::id)
              .collect(Collectors.toSet());
      case EMAIL -> sql.withEmail(asked);
    };
  }

  private static boolean hasMobile(Person person) {
    return person.phone().digits().matches("1\\d{10}");
  }

  Optional<Address> find(UUID person, Way way) {
    return switch (way) {
      case INBOX -> Optional.empty();
      case SMS ->
          people
              .find(person)
              .filter(AddressBook::hasMobile)
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
