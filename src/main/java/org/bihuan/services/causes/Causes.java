package org.bihuan.services.causes;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The door of root causes: writing one down opens its rectification, in one transaction; matters
 * are linked to it and unlinked with a reason. Who may see a matter is for the caller to ask.
 */
@Component
public class Causes {

  /** The procedure by which a cause is put right. */
  public static final String PROCEDURE = "rectification";

  /** Before the first page: ids fall. */
  public static final UUID NEWEST = new UUID(-1, -1);

  private final CauseSql sql;
  private final CauseLinkSql links;
  private final CauseRules rules;
  private final Cases cases;
  private final Clock clock;

  Causes(CauseSql sql, CauseLinkSql links, CauseRules rules, Cases cases, Clock clock) {
    this.sql = sql;
    this.links = links;
    this.rules = rules;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * A cause about to be written down.
   *
   * @param title what it is called
   * @param description what is wrong
   * @param items codes of the matters it shows itself in
   * @param area code of the place
   * @param unit code of the unit that puts it right
   * @param why the reason why the first matters come of it
   */
  public record Draft(
      String title, String description, List<String> items, String area, String unit, String why) {

    public Draft {
      items = List.copyOf(items);
    }
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * It was done.
     *
     * @param cause the cause
     * @param linked how many matters were linked by it
     */
    record Done(Cause cause, int linked) implements Outcome {}

    /** What was entered is wrong; nothing was kept. */
    record Faulty(List<FieldError> errors) implements Outcome {}

    /** It may not be; nothing was kept. */
    record Refused(CauseRefusal refusal) implements Outcome {}
  }

  /** Writes a cause down, opens its rectification and links the first matters. */
  @Transactional
  public Outcome begin(Draft draft, Collection<CaseView> matters, Actor actor) {
    var faults = rules.faults(draft);
    if (!faults.isEmpty()) {
      return new Outcome.Faulty(faults);
    }
    var refusal = refusal(matters);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    var opened = cases.open(List.of(opening(draft, actor))).getFirst();
    return switch (opened) {
      case Decision.Refused _ -> undone(CauseRefusal.NOT_OPENED);
      case Decision.Accepted(var file) -> {
        var cause = cause(draft, file.identity().id(), actor);
        sql.add(cause);
        int linked = link(cause, matters, actor, draft.why());
        yield linked == 0 ? undone(CauseRefusal.LINKED_ALREADY) : new Outcome.Done(cause, linked);
      }
    };
  }

  /** Links matters to a cause; those that are linked already stay where they are. */
  @Transactional
  public Outcome link(UUID id, Collection<CaseView> matters, Actor actor, String why) {
    var cause = sql.find(id);
    if (cause.isEmpty()) {
      return new Outcome.Refused(CauseRefusal.UNKNOWN_CAUSE);
    }
    var refusal = refusal(matters);
    if (refusal.isPresent() || !CauseRules.reasoned(why)) {
      return new Outcome.Refused(refusal.orElse(CauseRefusal.WHY_NEEDED));
    }
    int linked = link(cause.get(), matters, actor, why);
    return linked == 0
        ? new Outcome.Refused(CauseRefusal.LINKED_ALREADY)
        : new Outcome.Done(cause.get(), linked);
  }

  /** Unlinks a matter, with the reason; that it was linked stays on record. */
  @Transactional
  public Outcome unlink(UUID id, CaseId matter, Actor actor, String why) {
    var cause = sql.find(id);
    if (cause.isEmpty() || !CauseRules.reasoned(why)) {
      return new Outcome.Refused(
          cause.isEmpty() ? CauseRefusal.UNKNOWN_CAUSE : CauseRefusal.WHY_NEEDED);
    }
    var end = new CauseLink.End(actor.id(), clock.instant(), why.strip());
    return links.unlink(id, matter, end)
        ? new Outcome.Done(cause.get(), 0)
        : new Outcome.Refused(CauseRefusal.NOT_LINKED);
  }

  /** The cause with this id. */
  @Transactional(readOnly = true)
  public Optional<Cause> find(UUID id) {
    return sql.find(id);
  }

  /** The cause a matter comes of, or is the rectification of. */
  @Transactional(readOnly = true)
  public Optional<Cause> of(CaseId matter) {
    return sql.of(matter);
  }

  /** A page of causes, the newest first. */
  @Transactional(readOnly = true)
  public List<Cause> all(UUID after, int limit) {
    return sql.all(after, limit);
  }

  /** How many matters are linked to some causes now. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> linked(Collection<UUID> ids) {
    return links.counts(ids);
  }

  /** What is or was linked to a cause; what holds first, the newest first. */
  @Transactional(readOnly = true)
  public List<CauseLink> links(UUID cause, int limit) {
    return links.links(cause, limit);
  }

  private static Optional<CauseRefusal> refusal(Collection<CaseView> matters) {
    if (matters.isEmpty()) {
      return Optional.of(CauseRefusal.NOTHING_TICKED);
    }
    boolean rectification =
        matters.stream().anyMatch(file -> file.identity().procedure().equals(PROCEDURE));
    return rectification ? Optional.of(CauseRefusal.NOT_A_MATTER) : Optional.empty();
  }

  private int link(Cause cause, Collection<CaseView> matters, Actor actor, String why) {
    int linked = 0;
    var ids = matters.stream().map(file -> file.identity().id()).distinct().toList();
    for (var id : ids) {
      var link =
          new CauseLink(
              Uuid7.next(clock), cause.id(), id, actor.id(), clock.instant(), why.strip(), null);
      linked += links.link(link) ? 1 : 0;
    }
    return linked;
  }

  private Opening opening(Draft draft, Actor actor) {
    var facts =
        JsonNodeFactory.instance
            .objectNode()
            .put("problem", draft.description().strip())
            .put("unit", draft.unit());
    return new Opening(
        new CaseId(Uuid7.next(clock)),
        PROCEDURE,
        null,
        draft.title().strip(),
        draft.area(),
        draft.unit(),
        actor.id(),
        "internal",
        null,
        facts,
        actor);
  }

  private Cause cause(Draft draft, CaseId rectification, Actor actor) {
    return new Cause(
        Uuid7.next(clock),
        draft.title().strip(),
        draft.description().strip(),
        draft.items(),
        draft.area(),
        draft.unit(),
        rectification,
        actor.id(),
        clock.instant());
  }

  private static Outcome undone(CauseRefusal refusal) {
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return new Outcome.Refused(refusal);
  }
}
