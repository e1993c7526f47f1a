package org.bihuan.services.stations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Registration;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is broken or runs out becomes a matter of the unit that keeps the station, with a clock, in
 * the transaction that found it; one matter at a time for each thing.
 */
@Component
public class Troubles {

  private static final String PROCEDURE = "station";
  private static final int LONGEST = 1000;
  private static final int SHOWN = 20;

  /** How much without a name may be open at one station, so that nobody floods its keeper: ours. */
  private static final int UNNAMED = 5;

  private final TroubleSql sql;
  private final Stations stations;
  private final TroubleWords says;
  private final People people;
  private final Cases cases;
  private final Clock clock;

  Troubles(
      TroubleSql sql,
      Stations stations,
      TroubleWords says,
      People people,
      Cases cases,
      Clock clock) {
    this.sql = sql;
    this.stations = stations;
    this.says = says;
    this.people = people;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * What somebody says is broken.
   *
   * @param subject code of the facility, or {@link Trouble#OTHER}
   * @param description in their words; needed only for what has no name
   * @param name who says so; blank for whoever does not want to be named
   * @param phone where to answer; blank like the name
   */
  public record Said(String subject, String description, String name, String phone) {

    /** Names nobody: what is said ends up in logs. */
    @Override
    public String toString() {
      return "Said[" + subject + "]";
    }
  }

  /** What became of it. */
  public sealed interface Reported {

    /** A matter is open. */
    record Opened(CaseView file) implements Reported {}

    /** A matter about it was open already; nothing was done. */
    record Known(Trouble trouble) implements Reported {}

    /** Something that was entered is wrong; nothing was done. */
    record Wrong(List<FieldError> errors) implements Reported {

      public Wrong {
        errors = List.copyOf(errors);
      }
    }
  }

  /** Whoever opens a matter, and for whom. */
  private record Author(Actor actor, UUID person, String channel) {}

  /** A passer-by says that something is broken, with or without a name. */
  @Transactional
  public Reported report(Station station, Said said) {
    var errors = errors(station, said);
    if (!errors.isEmpty()) {
      return new Reported.Wrong(errors);
    }
    var trouble = trouble(station, Trouble.Kind.BROKEN, said.subject());
    boolean flood =
        said.subject().equals(Trouble.OTHER) && sql.openUnnamed(station.id()) >= UNNAMED;
    if (flood || !sql.open(trouble)) {
      return known(trouble);
    }
    return switch (person(said)) {
      case Registration.Rejected(var wrong) -> new Reported.Wrong(wrong);
      case Registration.Registered(var person, var _) -> {
        var actor = Actor.applicant(person, "");
        stations.mark(station.id(), said.subject(), Station.Condition.REPORTED, trouble.openedAt());
        stations.log(station.id(), actor, "reported", said.subject());
        yield open(station, trouble, said.description(), new Author(actor, person, "online"));
      }
    };
  }

  /** Nobody's name: an id that is on no file, which is how matters look whose person was erased. */
  private Registration person(Said said) {
    return said.name().isBlank() && said.phone().isBlank()
        ? new Registration.Registered(Uuid7.next(clock), false)
        : people.register(ApplicantForm.resident(said.name(), said.phone()));
  }

  private List<FieldError> errors(Station station, Said said) {
    var errors = new ArrayList<FieldError>();
    boolean other = said.subject().equals(Trouble.OTHER);
    if (!other && station.facility(said.subject()).isEmpty()) {
      errors.add(error("subject", "required", "请选择坏了的设施", "Choose what is broken"));
    }
    var words = StationRules.words(said.description());
    if (other && StationRules.length(words) < 4) {
      errors.add(
          error(
              "description",
              "required",
              "请说明哪里有问题，至少4个字",
              "Say what is wrong, in 4 characters or more"));
    } else if (StationRules.length(words) > LONGEST || StationRules.hasControls(words)) {
      errors.add(error("description", "too-long", "说明不超过1000个字", "At most 1000 characters"));
    }
    if (!said.name().isBlank() || !said.phone().isBlank()) {
      errors.addAll(people.faults(ApplicantForm.resident(said.name(), said.phone())));
    }
    return errors;
  }

  /** The keeper says that something does not work: a matter is opened unless one is open. */
  @Transactional
  public Reported out(Station station, String facility, Actor actor) {
    if (station.facility(facility).isEmpty()) {
      return new Reported.Wrong(
          List.of(error("facility", "unknown", "驿站没有这项设施", "The station has no such facility")));
    }
    var trouble = trouble(station, Trouble.Kind.BROKEN, facility);
    if (stations.mark(station.id(), facility, Station.Condition.OUT, trouble.openedAt())) {
      stations.log(station.id(), actor, "out", facility);
    }
    return sql.open(trouble)
        ? open(station, trouble, "", new Author(actor, station.id(), "internal"))
        : known(trouble);
  }

  /** The keeper says that it works; what is open about it is answered as a matter. */
  @Transactional
  public void working(Station station, String facility, Actor actor) {
    if (stations.mark(station.id(), facility, Station.Condition.WORKING, clock.instant())) {
      stations.log(station.id(), actor, "working", facility);
    }
  }

  /** A supply fell to its low mark: one matter for each dip, none while one is open. */
  void low(Station station, String supply, int balance, Actor actor) {
    var trouble = trouble(station, Trouble.Kind.STOCK, supply);
    if (sql.open(trouble)) {
      var words = "余量" + balance + says.measure(supply) + "，已到补货线";
      open(station, trouble, words, new Author(actor, station.id(), "internal"));
      stations.log(station.id(), actor, "low", supply + " " + balance);
    }
  }

  /** What was opened about a station, the latest first. */
  @Transactional(readOnly = true)
  public List<Trouble> of(Station station) {
    return sql.ofStation(station.id(), SHOWN);
  }

  /** Everything that is open, of all stations. */
  @Transactional(readOnly = true)
  public List<Trouble> open() {
    return sql.open();
  }

  private Trouble trouble(Station station, Trouble.Kind kind, String subject) {
    return new Trouble(station.id(), Uuid7.next(clock), kind, subject, clock.instant(), true);
  }

  private Reported known(Trouble trouble) {
    return new Reported.Known(
        sql.openAbout(trouble.station(), trouble.kind(), trouble.subject()).orElse(trouble));
  }

  private Reported open(Station station, Trouble trouble, String words, Author author) {
    var opening =
        new Opening(
            new CaseId(trouble.caseId()),
            PROCEDURE,
            null,
            says.title(station, trouble),
            station.place().area(),
            station.unit(),
            author.person(),
            author.channel(),
            null,
            says.facts(station, trouble, words),
            author.actor());
    return switch (cases.open(List.of(opening)).getFirst()) {
      case Decision.Accepted(var file) -> new Reported.Opened(file);
      case Decision.Refused refused ->
          throw new IllegalStateException("a trouble was not opened: " + refused.refusal());
    };
  }

  /** What a matter is about, in words. */
  public Text thing(Trouble trouble) {
    return says.thing(trouble);
  }

  private static FieldError error(String field, String code, String zh, String en) {
    return new FieldError(field, code, new Text(zh, en));
  }
}
