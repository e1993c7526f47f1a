package org.bihuan.foundation.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.people.ApplicantRules.Reading;
import org.bihuan.foundation.people.FieldCipher.Place;
import org.bihuan.foundation.people.LookupSql.Newcomer;
import org.bihuan.foundation.people.PeopleSql.Numbers;
import org.bihuan.foundation.people.PeopleSql.StoredPerson;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The residents and organisations who raise matters; each is on file once. */
@Component
public class People {

  static final String ID_NUMBER = "id_number";
  static final String CREDIT_CODE = "credit_code";
  static final String PHONE = "phone";

  private final PeopleSql sql;
  private final LookupSql entering;
  private final KeySql keys;
  private final KeyRing ring;
  private final Lookups lookups;
  private final Clock clock;

  People(
      PeopleSql sql, LookupSql entering, KeySql keys, KeyRing ring, Lookups lookups, Clock clock) {
    this.sql = sql;
    this.entering = entering;
    this.keys = keys;
    this.ring = ring;
    this.lookups = lookups;
    this.clock = clock;
  }

  /**
   * Makes sure, at start, that the key files are those the fields were written with. Throws {@link
   * IllegalStateException} if not: going on would lock the old fields away.
   */
  @Transactional
  public void load() {
    ring.load();
  }

  /**
   * Puts an applicant on file, or finds them there: by credit code or ID number, else by the same
   * name and phone. A number given later joins the person found by name and phone.
   */
  @Transactional
  public Registration register(ApplicantForm form) {
    return register(List.of(form)).getFirst();
  }

  /** As {@link #register(ApplicantForm)}, for several; one answer for each, in order. */
  @Transactional
  public List<Registration> register(List<ApplicantForm> forms) {
    var today = ChinaTime.day(clock.instant());
    var read = forms.stream().map(form -> ApplicantRules.read(form, today)).toList();
    var entered = enter(read);
    var answers = new ArrayList<Registration>();
    for (int i = 0; i < read.size(); i++) {
      var fresh = entered.get(i);
      answers.add(
          switch (read.get(i)) {
            case Reading.Faulty(var errors) -> new Registration.Rejected(errors);
            case Reading.Sound(var applicant) ->
                fresh == null
                    ? register(applicant)
                    : new Registration.Registered(fresh.id(), false);
          });
    }
    return answers;
  }

  /** Everything that is wrong with a form; empty if it could be registered. Stores nothing. */
  public List<FieldError> faults(ApplicantForm form) {
    return switch (ApplicantRules.read(form, ChinaTime.day(clock.instant()))) {
      case Reading.Faulty(var errors) -> errors;
      case Reading.Sound _ -> List.of();
    };
  }

  @Transactional(readOnly = true)
  public Optional<Person> find(UUID id) {
    return sql.find(List.of(id)).stream().map(this::open).findFirst();
  }

  /** The people with these ids; unknown ids are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Person> findAll(Collection<UUID> ids) {
    return sql.find(ids).stream().collect(Collectors.toMap(StoredPerson::id, this::open));
  }

  /** True if the last four digits are those of a phone the person gave; told in constant time. */
  @Transactional(readOnly = true)
  public boolean phoneTailMatches(UUID id, String tail) {
    var asked = tail.getBytes(UTF_8);
    boolean matches = false;
    for (var phone : sql.phones(id)) {
      var known = openPhone(phone, id).tail().getBytes(UTF_8);
      matches |= MessageDigest.isEqual(known, asked);
    }
    return matches;
  }

  /** True if this is a whole phone the person gave; told in constant time. */
  @Transactional(readOnly = true)
  public boolean phoneMatches(UUID id, String typed) {
    if (!(Phone.parse("phone", typed) instanceof Checked.Valid<Phone>(var asked))) {
      return false;
    }
    var digits = asked.digits().getBytes(UTF_8);
    boolean matches = false;
    for (var phone : sql.phones(id)) {
      matches |= MessageDigest.isEqual(openPhone(phone, id).digits().getBytes(UTF_8), digits);
    }
    return matches;
  }

  /** Everything kept of a person, to be given to them alone. */
  @Transactional(readOnly = true)
  public Optional<PersonalFile> export(UUID id) {
    return find(id)
        .map(
            person -> {
              var contacts = sql.contacts(id).stream().map(c -> contact(c, id)).toList();
              return new PersonalFile(person, sql.since(id), contacts);
            });
  }

  private PersonalFile.Contact contact(PeopleSql.StoredContact stored, UUID id) {
    return new PersonalFile.Contact(stored.name(), openPhone(stored.phone(), id), stored.givenAt());
  }

  /**
   * Holds whoever brings something for this person until the caller's transaction ends, so that it
   * can be decided whether they may be erased; false if they are not on file.
   */
  @Transactional
  public boolean hold(UUID id) {
    return sql.lock(id);
  }

  /** Deletes all that is kept of a person; matters keep an id nobody can look up any more. */
  @Transactional
  public boolean erase(UUID id) {
    return sql.erase(id);
  }

  /**
   * Most who come gave no number and were never here: one statement is enough for all of them.
   * Gives those who were put on file by it, by their place.
   */
  private Map<Integer, Newcomer> enter(List<Reading> read) {
    var cipher = ring.cipher();
    var newcomers = new LinkedHashMap<Integer, Newcomer>();
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i) instanceof Reading.Sound(var applicant) && applicant.numberKey() == null) {
        var contact = cipher.blinds(applicant.contactKey());
        if (contact.size() == 1 && contact.containsKey(cipher.version())) {
          newcomers.put(i, newcomer(cipher, applicant, contact.lastEntry().getValue()));
        }
      }
    }
    var entered = entering.enter(newcomers.values(), cipher.version(), clock.instant());
    newcomers.values().removeIf(newcomer -> !entered.contains(newcomer.id()));
    return newcomers;
  }

  private Newcomer newcomer(FieldCipher cipher, Applicant applicant, byte[] blind) {
    var id = Uuid7.next(clock);
    return new Newcomer(
        id,
        applicant,
        blind,
        cipher.encrypt(applicant.phone().digits(), new Place(id, PHONE)),
        lookups.clues(applicant.name(), applicant.phone()));
  }

  /**
   * Keys are claimed in one order, number before contact, so that two callers never wait in a ring.
   */
  private Registration register(Applicant applicant) {
    var fresh = Uuid7.next(clock);
    var contact = ring.cipher().blinds(applicant.contactKey());
    var number = applicant.numberKey();
    var owner =
        number == null
            ? keys.claim(contact, fresh)
            : byNumber(applicant, ring.cipher().blinds(number), contact, fresh);
    boolean known = !owner.equals(fresh);
    if (!known) {
      sql.add(fresh, applicant, numbers(applicant, fresh), clock.instant());
    }
    var phone = ring.cipher().encrypt(applicant.phone().digits(), new Place(owner, PHONE));
    sql.putContact(
        owner,
        Objects.requireNonNull(contact.get(contact.lastKey())),
        applicant,
        phone,
        clock.instant());
    lookups.keep(owner, applicant.name(), applicant.phone());
    return new Registration.Registered(owner, known);
  }

  private UUID byNumber(
      Applicant applicant,
      SortedMap<Integer, byte[]> number,
      SortedMap<Integer, byte[]> contact,
      UUID fresh) {
    var owner = keys.claim(number, fresh);
    if (!owner.equals(fresh)) {
      return owner;
    }
    var sameContact = keys.claim(contact, fresh);
    if (sameContact.equals(fresh)) {
      return fresh;
    }
    var numbers = numbers(applicant, sameContact);
    var value =
        switch (applicant.kind()) {
          case RESIDENT -> numbers.idNumber();
          case ORGANISATION -> numbers.creditCode();
        };
    if (value != null && sql.attach(sameContact, applicant.kind(), value)) {
      keys.moveKey(number, fresh, sameContact);
      return sameContact;
    }
    return fresh;
  }

  private Numbers numbers(Applicant applicant, UUID id) {
    var idNumber = applicant.idNumber();
    var creditCode = applicant.creditCode();
    return new Numbers(
        idNumber == null
            ? null
            : ring.cipher().encrypt(idNumber.number(), new Place(id, ID_NUMBER)),
        creditCode == null
            ? null
            : ring.cipher().encrypt(creditCode.code(), new Place(id, CREDIT_CODE)));
  }

  private Person open(StoredPerson stored) {
    var idNumber = openField(stored.idNumber(), new Place(stored.id(), ID_NUMBER));
    var creditCode = openField(stored.creditCode(), new Place(stored.id(), CREDIT_CODE));
    return new Person(
        stored.id(),
        stored.kind(),
        stored.name(),
        openPhone(stored.phone(), stored.id()),
        idNumber == null ? null : ResidentId.stored(idNumber),
        creditCode == null ? null : CreditCode.stored(creditCode),
        stored.organisation());
  }

  private Phone openPhone(Ciphertext closed, UUID id) {
    return Phone.stored(ring.cipher().decrypt(closed, new Place(id, PHONE)));
  }

  private @Nullable String openField(@Nullable Ciphertext closed, Place place) {
    return closed == null ? null : ring.cipher().decrypt(closed, place);
  }
}
