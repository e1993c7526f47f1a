package org.bihuan.loop.voice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.twins.Twins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the person hears and says. Code and the last four digits of the phone open a matter; a wrong
 * pair gets the same answer whichever half is wrong.
 */
@Component
public class Voice {

  private final Cases cases;
  private final People people;
  private final Timeline timeline;
  private final Twins twins;
  private final Redresses redresses;

  Voice(Cases cases, People people, Timeline timeline, Twins twins, Redresses redresses) {
    this.redresses = redresses;
    this.twins = twins;
    this.cases = cases;
    this.people = people;
    this.timeline = timeline;
  }

  /**
   * A matter as the person may see it.
   *
   * @param file the matter
   * @param steps what happened, in plain words, oldest first
   * @param acts what the person can do now
   * @param together the matter whose answer it waits for; absent if none
   * @param others what the person's rating set going, or what this was set going by
   */
  public record Tracked(
      CaseView file,
      List<Step> steps,
      List<ActRule> acts,
      @Nullable Together together,
      List<Other> others) {

    public Tracked {
      others = List.copyOf(others);
      steps = List.copyOf(steps);
      acts = List.copyOf(acts);
    }
  }

  /**
   * What a person may know of the matter theirs is handled together with: not whose it is.
   *
   * @param state in plain words
   * @param reporters how many people wait for its answer
   * @param due when its nearest limit runs out; absent while none runs
   */
  public record Together(Text state, int reporters, @Nullable Instant due) {}

  /** Another matter of the same person: its code, what it is, where it stands in plain words. */
  public record Other(String code, String title, Text state) {}

  /** The matter, if code and phone tail belong together. */
  public Optional<Tracked> track(String code, String phoneTail) {
    return owned(code, phoneTail).map(this::tracked);
  }

  /** The matter by code, for one who has just shown or filed it in this session. */
  public Optional<Tracked> track(CaseCode code) {
    return cases.find(code).map(this::tracked);
  }

  private Optional<CaseView> owned(String code, String phoneTail) {
    return CaseCode.parse(code).flatMap(cases::find).filter(file -> opens(file, phoneTail.strip()));
  }

  /** Whoever gave no phone has the code alone. */
  private boolean opens(CaseView file, String phoneTail) {
    return file.anonymous() || people.phoneTailMatches(file.subject().applicant(), phoneTail);
  }

  private Tracked tracked(CaseView file) {
    var id = file.identity().id();
    var acts = cases.acts(id, applicant(file.subject().applicant()));
    return new Tracked(
        file, timeline.steps(file, cases.entries(id)), acts, together(id), others(id));
  }

  private List<Other> others(CaseId id) {
    return redresses.of(id).stream()
        .map(
            other -> {
              var procedure = cases.procedure(other);
              var state = procedure.states().get(other.state());
              return new Other(
                  other.identity().code().value(),
                  other.subject().title(),
                  state == null ? procedure.title() : state.plain());
            })
        .toList();
  }

  private @Nullable Together together(CaseId id) {
    return twins.behind(id).map(this::together).orElse(null);
  }

  private Together together(Twins.Behind behind) {
    var main = behind.main();
    var procedure = cases.procedure(main);
    var state = procedure.states().get(main.state());
    return new Together(
        state == null ? procedure.title() : state.plain(),
        behind.reporters(),
        main.times().dueAt());
  }

  /**
   * The person does an act on a matter that is theirs: confirm, object, rate, correct, withdraw,
   * reopen.
   *
   * @param version what the person saw; absent if it does not matter
   */
  public Decision say(
      CaseCode code, String act, @Nullable Long version, @Nullable String note, ObjectNode facts) {
    var file = cases.find(code);
    if (file.isEmpty()) {
      return new Decision.Refused(org.bihuan.loop.cases.Refusal.UNKNOWN_CASE, 0);
    }
    var id = file.get().identity().id();
    var person = applicant(file.get().subject().applicant());
    return cases.perform(List.of(new Act(id, act, person, version, note, facts, null))).getFirst();
  }

  private static Actor applicant(UUID person) {
    return Actor.applicant(person, "");
  }
}
