package org.bihuan.foundation.people;

import java.time.Instant;
import java.util.List;

/**
 * Everything kept of a person, for the person alone.
 *
 * @param person as on file now
 * @param since when they came on file
 * @param contacts every name and phone they gave, newest first
 */
public record PersonalFile(Person person, Instant since, List<Contact> contacts) {

  public PersonalFile {
    contacts = List.copyOf(contacts);
  }

  /** A name and phone as once given. */
  public record Contact(String name, Phone phone, Instant givenAt) {

    /** Names no value, so that no log can carry it. */
    @Override
    public String toString() {
      return "Contact " + givenAt;
    }
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "PersonalFile of " + person;
  }
}
