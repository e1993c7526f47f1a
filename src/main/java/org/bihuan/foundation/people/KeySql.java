package org.bihuan.foundation.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what makes two registrations one person, and on the key of the fields. */
@Component
class KeySql {

  private static final String CLAIM_KEY =
      """
      insert into people.person_key (district, blind, person_id, version)
      values (:district, :blind, :person, :version)
      on conflict (district, blind) do nothing
      returning person_id
      """;

  private static final String KEY_OWNER =
      """
      select person_id from people.person_key where district = :district and blind = :blind
      """;

  private static final String MOVE_KEY =
      """
      update people.person_key set person_id = :to
       where district = :district and blind = :blind and person_id = :from
      """;

  private static final String CLAIM_MARK =
      """
      insert into people.cipher_key (version, mark, made_at)
      values (:version, :mark, :at)
      on conflict (version) do nothing
      """;

  private static final String MARK =
      """
      select mark from people.cipher_key where version = :version
      """;

  private static final String IN_USE =
      """
      select version from people.cipher_key where retired_at is null
      """;

  private static final String RETIRE =
      """
      update people.cipher_key set retired_at = :at
       where version < :version and retired_at is null
      """;

  private final JdbcClient jdbc;
  private final int district;

  KeySql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * Makes the person the owner of a value unless somebody is; waits for whoever claims it at this
   * moment. Returns the owner. While keys are replaced a value has a digest for each: the oldest is
   * claimed first, since a copy of the house that has not heard of the new key claims that one, and
   * the newest decides.
   */
  UUID claim(SortedMap<Integer, byte[]> blinds, UUID person) {
    var owner = person;
    for (var blind : blinds.entrySet()) {
      var found = claim(blind.getKey(), blind.getValue(), owner);
      if (owner.equals(person) && !found.equals(person)) {
        blinds.headMap(blind.getKey()).values().forEach(b -> moveKey(b, person, found));
      }
      owner = found;
    }
    return owner;
  }

  private UUID claim(int version, byte[] blind, UUID person) {
    return jdbc.sql(CLAIM_KEY)
        .param("district", district)
        .param("blind", blind)
        .param("person", person)
        .param("version", version)
        .query(UUID.class)
        .optional()
        .or(() -> owner(blind))
        .orElseGet(() -> claim(version, blind, person));
  }

  /** Empty if the digest was swept away with its key between two looks. */
  private Optional<UUID> owner(byte[] blind) {
    return jdbc.sql(KEY_OWNER)
        .param("district", district)
        .param("blind", blind)
        .query(UUID.class)
        .optional();
  }

  /** Hands a value the caller owns to another person. */
  void moveKey(SortedMap<Integer, byte[]> blinds, UUID from, UUID to) {
    blinds.values().forEach(blind -> moveKey(blind, from, to));
  }

  private void moveKey(byte[] blind, UUID from, UUID to) {
    int rows =
        jdbc.sql(MOVE_KEY)
            .param("district", district)
            .param("blind", blind)
            .param("from", from)
            .param("to", to)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }

  /** The keys that something may be written with; empty before the first start. */
  SortedSet<Integer> inUse() {
    return new TreeSet<>(jdbc.sql(IN_USE).query(Integer.class).set());
  }

  /** True if this fingerprint is the one the fields are written with; the first one becomes it. */
  boolean markIs(int version, byte[] mark, Instant at) {
    jdbc.sql(CLAIM_MARK)
        .param("version", version)
        .param("mark", mark)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    var stored = jdbc.sql(MARK).param("version", version).query(byte[].class).single();
    return Arrays.equals(stored, mark);
  }

  /** How many keys were retired. */
  int retireBefore(int version, Instant at) {
    return jdbc.sql(RETIRE)
        .param("version", version)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
