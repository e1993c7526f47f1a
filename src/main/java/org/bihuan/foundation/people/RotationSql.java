package org.bihuan.foundation.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that bring people from one key to the next. */
@Component
class RotationSql {

  private static final String PEOPLE =
      """
      select id, organisation, id_number, credit_code from people.person
       where district = :district and id > :after order by id limit :limit
      """;

  private static final String CONTACTS =
      """
      select person_id, blind, name, organisation, phone from people.contact
       where district = :district and person_id = any(:ids) order by person_id, blind for update
      """;

  private static final String SET_NUMBERS =
      """
      update people.person set id_number = :idNumber, credit_code = :creditCode
       where district = :district and id = :id
         and id_number is not distinct from :oldIdNumber
         and credit_code is not distinct from :oldCreditCode
      """;

  private static final String CARRY_KEY =
      """
      insert into people.person_key (district, blind, person_id, version)
      select district, :fresh, person_id, :version
        from people.person_key
       where district = :district and blind = :old
      on conflict (district, blind) do nothing
      """;

  private static final String CARRY_CONTACT =
      """
      insert into people.contact (district, person_id, blind, name, organisation, phone, given_at)
      select district, person_id, :fresh, name, organisation, :phone, given_at
        from people.contact
       where district = :district and person_id = :person and blind = :old
      on conflict (district, person_id, blind) do update
         set given_at = greatest(contact.given_at, excluded.given_at)
      """;

  private static final String DROP_CONTACT =
      """
      delete from people.contact
       where district = :district and person_id = :person and blind = :old
      """;

  private static final List<String> DROP_BEFORE =
      List.of(
          "delete from people.person_key where district = :district and version < :version",
          "delete from people.clue where district = :district and version < :version");

  private static final String VERSIONS =
      """
      select k.version, k.made_at, k.retired_at,
             (select count(*) from people.contact c
               where c.district = :district and get_byte(c.phone, 0) = k.version) as phones,
             (select count(*) from people.person p
               where p.district = :district
                 and (get_byte(p.id_number, 0) = k.version
                      or get_byte(p.credit_code, 0) = k.version)) as numbers
        from people.cipher_key k order by k.version
      """;

  /** Sooner than the server looks for rings of waiting: it is always the walk that gives way. */
  private static final String GIVE_WAY = "set local lock_timeout = '100ms'";

  private final JdbcClient jdbc;
  private final int district;

  RotationSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A person's closed numbers. */
  record Numbers(
      UUID id,
      @Nullable String organisation,
      @Nullable Ciphertext idNumber,
      @Nullable Ciphertext creditCode) {}

  /** A contact as stored; {@code digest} wraps the blind it is kept under. */
  record Contact(
      UUID person,
      Ciphertext digest,
      String name,
      @Nullable String organisation,
      Ciphertext phone) {}

  /** How many digests of older keys went. */
  int dropBefore(int version) {
    return DROP_BEFORE.stream()
        .mapToInt(
            drop -> jdbc.sql(drop).param("district", district).param("version", version).update())
        .sum();
  }

  void giveWay() {
    jdbc.sql(GIVE_WAY).update();
  }

  List<Numbers> people(UUID after, int limit) {
    return jdbc.sql(PEOPLE)
        .param("district", district)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> numbers(row))
        .list();
  }

  /** Held until the transaction ends, so that none is given again meanwhile. */
  List<Contact> contacts(List<UUID> people) {
    return jdbc.sql(CONTACTS)
        .param("district", district)
        .param("ids", people.toArray(UUID[]::new))
        .query((row, n) -> contact(row))
        .list();
  }

  /** False if the person was given a number meanwhile; the next walk finds them. */
  boolean setNumbers(Numbers old, @Nullable Ciphertext idNumber, @Nullable Ciphertext creditCode) {
    return jdbc.sql(SET_NUMBERS)
            .param("district", district)
            .param("id", old.id())
            .param("idNumber", Ciphertext.bytesOrNull(idNumber))
            .param("creditCode", Ciphertext.bytesOrNull(creditCode))
            .param("oldIdNumber", Ciphertext.bytesOrNull(old.idNumber()))
            .param("oldCreditCode", Ciphertext.bytesOrNull(old.creditCode()))
            .update()
        == 1;
  }

  /** Whoever owns the old digest owns the new one too. */
  void carryKey(byte[] old, byte[] fresh, int version) {
    jdbc.sql(CARRY_KEY)
        .param("district", district)
        .param("old", old)
        .param("fresh", fresh)
        .param("version", version)
        .update();
  }

  void carryContact(Contact contact, byte[] fresh, Ciphertext phone) {
    var old = contact.digest().bytes();
    one(
        jdbc.sql(CARRY_CONTACT)
            .param("district", district)
            .param("person", contact.person())
            .param("old", old)
            .param("fresh", fresh)
            .param("phone", phone.bytes())
            .update());
    one(
        jdbc.sql(DROP_CONTACT)
            .param("district", district)
            .param("person", contact.person())
            .param("old", old)
            .update());
  }

  List<Rotation.Version> versions() {
    return jdbc.sql(VERSIONS).param("district", district).query((row, n) -> version(row)).list();
  }

  private static Rotation.Version version(ResultSet row) throws SQLException {
    var retired = row.getObject("retired_at", OffsetDateTime.class);
    return new Rotation.Version(
        row.getInt("version"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        retired == null ? null : retired.toInstant(),
        row.getLong("phones") + row.getLong("numbers"));
  }

  private static Numbers numbers(ResultSet row) throws SQLException {
    return new Numbers(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("organisation"),
        Ciphertext.ofNullable(row.getBytes("id_number")),
        Ciphertext.ofNullable(row.getBytes("credit_code")));
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        Objects.requireNonNull(row.getObject("person_id", UUID.class)),
        new Ciphertext(row.getBytes("blind")),
        row.getString("name"),
        row.getString("organisation"),
        new Ciphertext(row.getBytes("phone")));
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }
}
