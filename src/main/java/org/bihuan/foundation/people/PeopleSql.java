package org.bihuan.foundation.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on people and what they gave. */
@Component
class PeopleSql {

  private static final String ADD_PERSON =
      """
      insert into people.person
        (district, id, kind, name, organisation, id_number, credit_code, created_at)
      values (:district, :id, :kind, :name, :organisation, :idNumber, :creditCode, :at)
      """;

  private static final String ATTACH_ID_NUMBER =
      """
      update people.person set id_number = :value
       where district = :district and id = :id and kind = 'resident' and id_number is null
      """;

  private static final String ATTACH_CREDIT_CODE =
      """
      update people.person set credit_code = :value
       where district = :district and id = :id and kind = 'organisation' and credit_code is null
      """;

  private static final String PUT_CONTACT =
      """
      insert into people.contact (district, person_id, blind, name, organisation, phone, given_at)
      values (:district, :person, :blind, :name, :organisation, :phone, :at)
      on conflict (district, person_id, blind) do update set given_at = excluded.given_at
      """;

  private static final String FIND =
      """
      select p.id, p.kind, p.name, p.organisation, p.id_number, p.credit_code, c.phone
        from people.person p
        join lateral (
          select phone
            from people.contact
           where district = p.district and person_id = p.id
           order by given_at desc, blind
           limit 1
        ) c on true
       where p.district = :district and p.id = any(:ids::uuid[])
      """;

  private static final String PHONES =
      """
      select phone from people.contact where district = :district and person_id = :person
      """;

  private static final String CONTACTS =
      """
      select name, phone, given_at from people.contact
       where district = :district and person_id = :person order by given_at desc, blind
      """;

  private static final String SINCE =
      """
      select created_at from people.person where district = :district and id = :person
      """;

  private static final String LOCK =
      """
      select p.id from people.person p
        join people.contact c on c.district = p.district and c.person_id = p.id
       where p.district = :district and p.id = :person
         for update
      """;

  /** Children before parents; what the register keeps of the person is only the id. */
  private static final List<String> ERASE =
      List.of(
          "delete from people.person_key where district = :district and person_id = :person",
          "delete from people.contact where district = :district and person_id = :person",
          "delete from people.clue where district = :district and person_id = :person",
          "delete from people.person where district = :district and id = :person");

  private final JdbcClient jdbc;
  private final int district;

  PeopleSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A person as stored, numbers and phone still closed. */
  record StoredPerson(
      UUID id,
      Person.Kind kind,
      String name,
      @Nullable String organisation,
      @Nullable Ciphertext idNumber,
      @Nullable Ciphertext creditCode,
      Ciphertext phone) {}

  void add(UUID id, Applicant applicant, Numbers numbers, Instant at) {
    one(
        jdbc.sql(ADD_PERSON)
            .param("district", district)
            .param("id", id)
            .param("kind", applicant.kind().code())
            .param("name", applicant.name())
            .param("organisation", applicant.organisation())
            .param("idNumber", Ciphertext.bytesOrNull(numbers.idNumber()))
            .param("creditCode", Ciphertext.bytesOrNull(numbers.creditCode()))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** The closed numbers of a person; absent where none was given. */
  record Numbers(@Nullable Ciphertext idNumber, @Nullable Ciphertext creditCode) {}

  /** Gives a person without a number theirs; false if they have one, or are of the other kind. */
  boolean attach(UUID id, Person.Kind kind, Ciphertext value) {
    var statement =
        switch (kind) {
          case RESIDENT -> ATTACH_ID_NUMBER;
          case ORGANISATION -> ATTACH_CREDIT_CODE;
        };
    return jdbc.sql(statement)
            .param("district", district)
            .param("id", id)
            .param("value", value.bytes())
            .update()
        == 1;
  }

  /** Keeps a name and phone as given; given again, it is the newest. */
  void putContact(UUID person, byte[] blind, Applicant given, Ciphertext phone, Instant at) {
    one(
        jdbc.sql(PUT_CONTACT)
            .param("district", district)
            .param("person", person)
            .param("blind", blind)
            .param("name", given.name())
            .param("organisation", given.organisation())
            .param("phone", phone.bytes())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update());
  }

  List<StoredPerson> find(Collection<UUID> ids) {
    return jdbc.sql(FIND)
        .param("district", district)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> stored(row))
        .list();
  }

  List<Ciphertext> phones(UUID person) {
    return jdbc.sql(PHONES)
        .param("district", district)
        .param("person", person)
        .query((row, n) -> new Ciphertext(row.getBytes("phone")))
        .list();
  }

  /** A contact as stored, its phone still closed. */
  record StoredContact(String name, Ciphertext phone, Instant givenAt) {}

  /** The newest first. */
  List<StoredContact> contacts(UUID person) {
    return jdbc.sql(CONTACTS)
        .param("district", district)
        .param("person", person)
        .query(
            (row, n) ->
                new StoredContact(
                    row.getString("name"),
                    new Ciphertext(row.getBytes("phone")),
                    row.getObject("given_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Instant since(UUID person) {
    return jdbc.sql(SINCE)
        .param("district", district)
        .param("person", person)
        .query((row, n) -> row.getObject("created_at", OffsetDateTime.class).toInstant())
        .single();
  }

  /** Whoever brings something for this person now waits; false if they are not on file. */
  boolean lock(UUID person) {
    return !jdbc.sql(LOCK)
        .param("district", district)
        .param("person", person)
        .query(UUID.class)
        .list()
        .isEmpty();
  }

  /** False if there was nobody to erase. */
  boolean erase(UUID person) {
    int last = 0;
    for (var statement : ERASE) {
      last = jdbc.sql(statement).param("district", district).param("person", person).update();
    }
    return last == 1;
  }

  private static StoredPerson stored(ResultSet row) throws SQLException {
    return new StoredPerson(
        row.getObject("id", UUID.class),
        Person.Kind.of(row.getString("kind")),
        row.getString("name"),
        row.getString("organisation"),
        Ciphertext.ofNullable(row.getBytes("id_number")),
        Ciphertext.ofNullable(row.getBytes("credit_code")),
        new Ciphertext(row.getBytes("phone")));
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("one row expected, " + rows + " written");
    }
  }
}
