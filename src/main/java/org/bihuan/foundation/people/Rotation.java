package org.bihuan.foundation.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.people.FieldCipher.Place;
import org.bihuan.foundation.people.RotationSql.Contact;
import org.bihuan.foundation.people.RotationSql.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replaces the key of the encrypted fields while the house runs. First the new key is announced and
 * every copy of the house hears of it; from then on new values are written with it and found under
 * both. Then people are walked in batches, each a transaction; a walk that was broken off is begun
 * again and finds the rest. Last, when a whole walk found nothing to do, the old key is retired,
 * and when all have heard of that, its digests go.
 */
@Component
public class Rotation {

  /** How long a copy of the house may go on with what it knows of the keys. */
  public static final Duration HEARD_WITHIN = Duration.ofSeconds(5);

  /** Before every person. */
  public static final UUID START = new UUID(0, 0);

  private final RotationSql sql;
  private final KeyRing ring;
  private final FieldKey files;
  private final Lookups lookups;
  private final List<FieldSeal.Column> elsewhere;

  Rotation(
      RotationSql sql,
      KeyRing ring,
      FieldKey files,
      Lookups lookups,
      List<FieldSeal.Column> elsewhere) {
    this.sql = sql;
    this.ring = ring;
    this.files = files;
    this.lookups = lookups;
    this.elsewhere = elsewhere;
  }

  /**
   * A key and what is still written with it.
   *
   * @param retiredAt absent while it is in use
   * @param fields people, contacts and values of other modules that need it
   */
  public record Version(int number, Instant madeAt, @Nullable Instant retiredAt, long fields) {}

  /**
   * A batch that was walked.
   *
   * @param last where to go on; absent at the end
   * @param moved how many fields were brought to the newest key
   */
  public record Step(@Nullable UUID last, int moved) {}

  /** Every key there was, the oldest first. */
  @Transactional(readOnly = true)
  public List<Version> versions() {
    return sql.versions().stream().map(this::withElsewhere).toList();
  }

  private Version withElsewhere(Version one) {
    long more = elsewhere.stream().mapToLong(column -> column.closedWith(one.number())).sum();
    return new Version(one.number(), one.madeAt(), one.retiredAt(), one.fields() + more);
  }

  /**
   * Makes the file of the next key and tells its number; nobody uses it yet. Where copies of the
   * house run on several machines, the file is carried to each before the key is announced.
   */
  @Transactional(readOnly = true)
  public int prepare() {
    var inUse = ring.hear();
    int next = inUse.size() > 1 ? inUse.last() : newest() + 1;
    if (!files.exists(next)) {
      files.make(next);
    }
    return next;
  }

  /** Announces the next key, or goes on with the one that was announced; tells its number. */
  @Transactional
  public int begin() {
    int next = prepare();
    ring.announce(next);
    return next;
  }

  /**
   * Brings the people after one to the newest key. Gives way to whoever registers one of them at
   * this moment: then {@link org.springframework.dao.PessimisticLockingFailureException} says that
   * nothing was done and the step is to be tried again.
   */
  @Transactional
  public Step step(UUID after, int size) {
    sql.giveWay();
    ring.hear();
    var people = sql.people(after, size);
    if (people.isEmpty()) {
      return new Step(null, 0);
    }
    var byId = people.stream().collect(Collectors.toMap(Numbers::id, p -> p));
    int moved = 0;
    for (var contact : sql.contacts(people.stream().map(Numbers::id).toList())) {
      moved += carry(contact, byId);
    }
    for (var person : people) {
      moved += carry(person);
    }
    return new Step(people.getLast().id(), moved);
  }

  /** The values other modules closed with the same key; to be walked like the people. */
  public List<FieldSeal.Column> elsewhere() {
    return elsewhere;
  }

  /** Brings the values of a column after a row to the newest key. */
  @Transactional
  public Step step(FieldSeal.Column column, UUID after, int size) {
    ring.hear();
    var values = column.after(after, size);
    int moved = 0;
    for (var value : values) {
      var place = new Place(value.row(), column.name());
      var closed = new Ciphertext(value.value());
      var fresh = carried(closed, place);
      moved += fresh != closed && column.replace(value, fresh.bytes()) ? 1 : 0;
    }
    return new Step(values.isEmpty() ? null : values.getLast().row(), moved);
  }

  /** Retires all keys but the newest; to be called when a whole walk has moved nothing. */
  @Transactional
  public int finish() {
    return ring.retire();
  }

  /**
   * Throws away the digests of retired keys; to be called when every copy of the house has heard
   * that they are. Until then a copy may still look there first.
   */
  @Transactional
  public int sweep() {
    return sql.dropBefore(ring.hear().first());
  }

  private int newest() {
    return sql.versions().stream().mapToInt(Version::number).max().orElse(ring.cipher().version());
  }

  private int carry(Contact contact, Map<UUID, Numbers> people) {
    var cipher = ring.cipher();
    if (contact.phone().key() == cipher.version()) {
      return 0;
    }
    var place = new Place(contact.person(), People.PHONE);
    var phone = cipher.decrypt(contact.phone(), place);
    var person = people.get(contact.person());
    var typed = contact.organisation();
    var organisation = typed == null && person != null ? person.organisation() : typed;
    var key = Applicant.contactKey(contact.name(), phone, organisation);
    carryKey(contact.phone().key(), key);
    sql.carryContact(contact, cipher.blind(key), cipher.encrypt(phone, place));
    lookups.keep(contact.person(), contact.name(), Phone.stored(phone));
    return 1;
  }

  private int carry(Numbers person) {
    var idNumber =
        carried(person.idNumber(), "id-number", new Place(person.id(), People.ID_NUMBER));
    var creditCode =
        carried(person.creditCode(), "credit-code", new Place(person.id(), People.CREDIT_CODE));
    boolean same = idNumber == person.idNumber() && creditCode == person.creditCode();
    return same || !sql.setNumbers(person, idNumber, creditCode) ? 0 : 1;
  }

  /** With its digest; the same object where there is nothing to do. */
  private @Nullable Ciphertext carried(@Nullable Ciphertext closed, String kind, Place place) {
    if (closed == null) {
      return null;
    }
    var fresh = carried(closed, place);
    if (fresh != closed) {
      carryKey(closed.key(), kind + "\n" + ring.cipher().decrypt(fresh, place));
    }
    return fresh;
  }

  /** The same object where there is nothing to do. */
  private Ciphertext carried(Ciphertext closed, Place place) {
    var cipher = ring.cipher();
    return closed.key() == cipher.version()
        ? closed
        : cipher.encrypt(cipher.decrypt(closed, place), place);
  }

  private void carryKey(int old, String key) {
    var cipher = ring.cipher();
    sql.carryKey(cipher.blind(old, key), cipher.blind(key), cipher.version());
  }
}
