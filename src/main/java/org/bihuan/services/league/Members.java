package org.bihuan.services.league;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.people.Registration;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Sha256;
import org.bihuan.foundation.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The graduates of the League and what they said comes next. */
@Component
public class Members {

  private final MemberSql sql;
  private final People people;
  private final Clock clock;

  Members(MemberSql sql, People people, Clock clock) {
    this.sql = sql;
    this.people = people;
    this.clock = clock;
  }

  /** What became of a newcomer. */
  public sealed interface Entered {

    /** Is a member from now on. */
    record Added(UUID member) implements Entered {}

    /** Was one, and what is known of them changed. */
    record Changed(UUID member) implements Entered {}

    /** Was one, and nothing is new. */
    record Same(UUID member) implements Entered {}

    /** Is none: the person's name or phone is no such. */
    record Faulty(List<FieldError> errors) implements Entered {

      public Faulty {
        errors = List.copyOf(errors);
      }
    }
  }

  /**
   * Takes members in, each number once; given again, nothing happens twice. Every number of the
   * list must be another.
   *
   * @return what became of each, in order
   */
  @Transactional
  public List<Entered> enter(List<Newcomer> newcomers) {
    var known = sql.known(newcomers.stream().map(Newcomer::number).toList());
    var added = new ArrayList<Map<String, @Nullable Object>>();
    var changed = new ArrayList<Map<String, @Nullable Object>>();
    var entered = new ArrayList<Entered>();
    for (var one : newcomers) {
      var before = known.get(one.number());
      var print = print(one);
      if (before != null && Arrays.equals(before.print(), print)) {
        entered.add(new Entered.Same(before.id()));
        continue;
      }
      switch (people.register(ApplicantForm.resident(one.name(), one.phone()))) {
        case Registration.Rejected(var errors) -> entered.add(new Entered.Faulty(errors));
        case Registration.Registered(var person, _) -> {
          var id = before == null ? Uuid7.next(clock) : before.id();
          (before == null ? added : changed).add(row(one, id, person, print));
          entered.add(before == null ? new Entered.Added(id) : new Entered.Changed(id));
        }
      }
    }
    sql.add(added);
    sql.change(changed);
    return entered;
  }

  private Map<String, @Nullable Object> row(Newcomer one, UUID id, UUID person, byte[] print) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", id);
    row.put("number", one.number());
    row.put("person", person);
    row.put("home", one.home());
    row.put("cohort", one.graduatedOn().getYear());
    row.put("day", one.graduatedOn().toString());
    row.put("answers", one.answers());
    row.put("print", HexFormat.of().formatHex(print));
    row.put("at", clock.instant().toString());
    return row;
  }

  /** A digest of all a row says, so that the same row is known again. */
  private static byte[] print(Newcomer one) {
    var said =
        String.join(
            "\n",
            one.number(),
            one.name(),
            one.phone(),
            one.home(),
            one.graduatedOn().toString(),
            new TreeMap<>(one.answers()).toString());
    return Sha256.of(said);
  }

  /** What is wrong with a person's name or phone; stores nothing. */
  public List<FieldError> faults(Newcomer one) {
    return people.faults(ApplicantForm.resident(one.name(), one.phone()));
  }

  /** Keeps what a member, or their branch, said of what comes next. */
  @Transactional
  public boolean answer(UUID member, Map<String, String> answers) {
    return sql.answer(member, answers);
  }

  /** The member with this id. */
  @Transactional(readOnly = true)
  public Optional<Member> find(UUID id) {
    return sql.find(id);
  }

  /** The members with these ids; unknown ids are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Member> find(Collection<UUID> ids) {
    return sql.find(ids);
  }

  /** The members these people are. */
  @Transactional(readOnly = true)
  public List<Member> ofPeople(Collection<UUID> persons) {
    return sql.ofPeople(persons);
  }

  /**
   * Members registered at, or now at, some organisations, by number.
   *
   * @param after the last number of the page before; empty for the first
   */
  @Transactional(readOnly = true)
  public List<Member> at(Collection<String> organisations, String after, int limit) {
    return sql.at(organisations, after, limit);
  }

  /** Their names as those may see them who move them: masked for all others. */
  @Transactional(readOnly = true)
  public Map<UUID, Person> people(Collection<Member> members) {
    return people.findAll(members.stream().map(Member::person).distinct().toList());
  }
}
