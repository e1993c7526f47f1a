package org.bihuan.loop.twins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.twins.Following.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets what happens to a matter happen to those that wait for its answer. */
@Component
class AnswerFollower implements Follower {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerFollower.class);

  private final Cases cases;
  private final TwinSql sql;
  private final TwinLinkSql links;
  private final Joining joining;
  private final Measure measure;
  private final Set<String> telling;

  AnswerFollower(
      Cases cases,
      TwinSql sql,
      TwinLinkSql links,
      Joining joining,
      Measure measure,
      Procedures procedures) {
    this.measure = measure;
    this.telling = Following.telling(procedures.all());
    this.cases = cases;
    this.sql = sql;
    this.links = links;
    this.joining = joining;
  }

  @Override
  public String name() {
    return "twins-answers";
  }

  /**
   * Whoever joins meanwhile waits for the lock and finds the main case answered, or is seen here.
   */
  @Override
  public void follow(List<Entry> entries) {
    var maybe = entries.stream().filter(entry -> telling.contains(entry.act())).toList();
    var mains = cases.find(ids(maybe));
    var told = maybe.stream().filter(entry -> tells(mains, entry)).toList();
    if (!told.isEmpty()) {
      follow(told, mains);
    }
  }

  private void follow(List<Entry> entries, Map<CaseId, CaseView> mains) {
    var told = new TreeSet<>(entries.stream().map(Entry::caseId).toList());
    sql.lock(told);
    var behind = new LinkedHashMap<UUID, List<TwinLink>>();
    for (var link : links.following(told)) {
      behind.computeIfAbsent(link.main().value(), _ -> new ArrayList<>()).add(link);
    }
    carryOut(wanted(entries, mains, behind));
    endThoseAtRest(entries, mains);
  }

  private static List<CaseId> ids(List<Entry> entries) {
    return entries.stream().map(entry -> new CaseId(entry.caseId())).distinct().toList();
  }

  private boolean tells(Map<CaseId, CaseView> files, Entry entry) {
    var file = files.get(new CaseId(entry.caseId()));
    return file != null && Following.tells(cases.procedure(file), entry);
  }

  private List<Wanted> wanted(
      List<Entry> entries, Map<CaseId, CaseView> mains, Map<UUID, List<TwinLink>> behind) {
    var files =
        cases.find(behind.values().stream().flatMap(List::stream).map(TwinLink::follower).toList());
    var all = new ArrayList<Wanted>();
    var followings = new HashMap<CaseId, Following>();
    for (var entry : entries) {
      var main = Objects.requireNonNull(mains.get(new CaseId(entry.caseId())));
      var following =
          followings.computeIfAbsent(
              main.identity().id(),
              _ -> new Following(cases.procedure(main), files, measure::leads));
      var waiting = following.waiting(entry, main, behind.getOrDefault(entry.caseId(), List.of()));
      if (!waiting.isEmpty()) {
        all.addAll(wanted(entry, main, waiting, following));
      }
    }
    return all;
  }

  private List<Wanted> wanted(
      Entry entry, CaseView main, List<TwinLink> waiting, Following following) {
    if (!Following.ends(cases.procedure(main), entry)) {
      return following.after(entry, main, waiting);
    }
    var first = waiting.getFirst();
    var rest = waiting.subList(1, waiting.size());
    joining.bring(rest, first.follower(), Following.end(entry, "moved"));
    return following.onItsOwn(entry, first).stream().toList();
  }

  /** What is refused stays as it is: its own clock brings it before somebody's eyes. */
  private void carryOut(List<Wanted> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    var decisions = cases.perform(wanted.stream().map(Wanted::act).toList());
    for (int i = 0; i < wanted.size(); i++) {
      switch (decisions.get(i)) {
        case Decision.Accepted _ -> end(wanted.get(i));
        case Decision.Refused(var refusal, var errors, var version) ->
            LOG.warn(
                "a follower could not follow; case={} version={} refusal={} fields={}",
                wanted.get(i).act().file().value(),
                version,
                refusal.code(),
                errors.size());
      }
    }
  }

  private void end(Wanted wanted) {
    var end = wanted.end();
    if (end != null) {
      links.end(List.of(wanted.link()), end);
    }
  }

  /** A follower that its own person withdrew waits no longer. */
  private void endThoseAtRest(List<Entry> entries, Map<CaseId, CaseView> files) {
    for (var entry : entries) {
      var file = files.get(new CaseId(entry.caseId()));
      if (file != null && Following.ends(cases.procedure(file), entry)) {
        links
            .followed(file.identity().id())
            .ifPresent(link -> links.end(List.of(link), Following.end(entry, "closed")));
      }
    }
  }
}
