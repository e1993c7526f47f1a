package org.bihuan.loop.twins;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.procedures.ActRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts matters together and parts them. A matter follows one other, which follows none: who joins a
 * follower joins what it follows, and brings along whoever followed it.
 */
@Component
public class Joining {

  /** What is written down where a person said so themselves. */
  public static final String ME_TOO = "我也遇到了";

  private static final int LONGEST_WHY = 500;

  private final Cases cases;
  private final TwinSql sql;
  private final TwinLinkSql links;
  private final Measure measure;
  private final Clock clock;

  Joining(Cases cases, TwinSql sql, TwinLinkSql links, Measure measure, Clock clock) {
    this.cases = cases;
    this.sql = sql;
    this.links = links;
    this.measure = measure;
    this.clock = clock;
  }

  /**
   * Lets a matter wait for another's answer. Nothing is stored if it is refused.
   *
   * @param wanted the other; if that follows one itself, it is the one that is meant
   * @param why in the actor's words
   */
  @Transactional
  public Joined join(CaseId follower, CaseId wanted, Actor actor, String why) {
    var refusal = unfit(follower, wanted, why.strip());
    if (refusal != null) {
      return new Joined.Refused(refusal);
    }
    var head = head(wanted);
    lock(follower, wanted, head);
    return head.equals(head(wanted))
        ? joinHead(follower, head, actor, why.strip())
        : new Joined.Refused(TwinRefusal.NOT_NOW);
  }

  private @Nullable TwinRefusal unfit(CaseId follower, CaseId wanted, String why) {
    if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_WHY) {
      return TwinRefusal.WHY_NEEDED;
    }
    var files = cases.find(List.of(follower, wanted)).values();
    if (files.size() < 2) {
      return follower.equals(wanted) ? TwinRefusal.SAME_CASE : TwinRefusal.UNKNOWN_CASE;
    }
    if (!files.stream().allMatch(measure::compares)) {
      return TwinRefusal.NOT_COMPARED;
    }
    if (files.stream().map(file -> file.identity().procedure()).distinct().count() > 1) {
      return TwinRefusal.OTHER_KIND;
    }
    sql.keep(files.stream().map(measure::account).toList());
    return null;
  }

  private CaseId head(CaseId wanted) {
    return links.followed(wanted).map(TwinLink::main).orElse(wanted);
  }

  private void lock(CaseId... ids) {
    var sorted = new TreeSet<UUID>();
    for (var id : ids) {
      sorted.add(id.value());
    }
    sql.lock(sorted);
  }

  /** Both are locked; what they say now holds until the end. */
  private Joined joinHead(CaseId follower, CaseId head, Actor actor, String why) {
    if (head.equals(follower)) {
      return new Joined.Refused(TwinRefusal.SAME_CASE);
    }
    if (links.followed(follower).isPresent()) {
      return new Joined.Refused(TwinRefusal.ALREADY_FOLLOWS);
    }
    var main = cases.find(head).filter(measure::leads);
    if (main.isEmpty()) {
      return new Joined.Refused(TwinRefusal.MAIN_ANSWERED);
    }
    var file = cases.find(follower).orElseThrow();
    return behind(file, main.get(), actor, why)
        .<Joined>map(moved -> linked(file, moved, main.get(), actor, why))
        .orElseGet(() -> new Joined.Refused(TwinRefusal.NOT_NOW));
  }

  /**
   * Moves the file behind the main one; empty if its state or the actor's part does not allow it.
   */
  private Optional<CaseView> behind(CaseView file, CaseView main, Actor actor, String why) {
    return Following.inner(cases.procedure(file), file)
        .filter(rule -> rule.to() != null && rule.has(ActRule.Flag.ASSIGNS))
        .filter(rule -> rule.who().stream().anyMatch(actor::is))
        .findFirst()
        .flatMap(rule -> done(Following.behind(file, main, rule, actor, why)));
  }

  private Optional<CaseView> done(Act act) {
    return switch (cases.perform(List.of(act)).getFirst()) {
      case Decision.Accepted(var moved) -> Optional.of(moved);
      case Decision.Refused _ -> Optional.empty();
    };
  }

  private Joined linked(CaseView was, CaseView moved, CaseView main, Actor actor, String why) {
    var now = clock.instant();
    int score = compare(was, main).percent();
    var head = main.identity().id();
    var follower = moved.identity().id();
    links.add(new TwinLink(Uuid7.next(clock), head, follower, actor.id(), now, why, score, null));
    var brought = links.following(List.of(follower.value()));
    bring(brought, head, new TwinLink.End(actor.id(), now, "moved", why));
    return new Joined.Done(moved, main);
  }

  private Likeness compare(CaseView one, CaseView other) {
    return measure.compare(measure.account(one).print(), measure.account(other).print());
  }

  /** Those that followed a matter follow another from now on. */
  void bring(List<TwinLink> followers, CaseId head, TwinLink.End end) {
    if (!followers.isEmpty()) {
      links.end(followers, end);
    }
    for (var link : followers) {
      links.add(
          new TwinLink(
              Uuid7.next(clock), head, link.follower(), end.by(), end.at(), end.why(), null, null));
    }
  }

  /** Lets a matter go its own way again, with a reason. */
  @Transactional
  public Joined part(CaseId follower, Actor actor, String why) {
    var reason = why.strip();
    if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_WHY) {
      return new Joined.Refused(TwinRefusal.WHY_NEEDED);
    }
    links.followed(follower).ifPresent(link -> lock(follower, link.main()));
    var link = links.followed(follower);
    if (link.isEmpty()) {
      return new Joined.Refused(TwinRefusal.FOLLOWS_NOTHING);
    }
    return part(link.get(), actor, reason);
  }

  private Joined part(TwinLink link, Actor actor, String why) {
    var file = cases.find(link.follower()).orElseThrow();
    var parting = Following.parting(cases.procedure(file), file, actor, why);
    var moved = parting.isEmpty() ? Optional.of(file) : done(parting.get());
    if (moved.isEmpty()) {
      return new Joined.Refused(TwinRefusal.NOT_NOW);
    }
    links.end(List.of(link), new TwinLink.End(actor.id(), clock.instant(), "parted", why));
    return new Joined.Done(moved.get(), cases.find(link.main()).orElseThrow());
  }
}
