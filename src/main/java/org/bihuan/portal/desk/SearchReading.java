package org.bihuan.portal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.Lookups;
import org.bihuan.foundation.people.Lookups.Clue;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.loop.sight.Sights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for what was typed in every way it may have been meant. */
@Component
final class SearchReading {

  private static final Logger LOG = LoggerFactory.getLogger(SearchReading.class);

  private static final int SHOWN = 30;

  /** Some of them may be matters the reader is not shown. */
  private static final int LOOKED_AT = 200;

  /** Four digits are shared by one in ten thousand: so many people are looked at. */
  private static final int PEOPLE = 300;

  private final Cases cases;
  private final Lookups lookups;
  private final ListReading lists;
  private final Sights sights;

  SearchReading(Cases cases, Lookups lookups, ListReading lists, Sights sights) {
    this.cases = cases;
    this.lookups = lookups;
    this.lists = lists;
    this.sights = sights;
  }

  /** The one matter whose number or code was typed, if that is what was typed. */
  Optional<CaseView> one(String q, Actor actor) {
    return Finding.of(q).stream()
        .flatMap(
            finding ->
                switch (finding) {
                  case Finding.ByNumber(var number) -> cases.find(number).stream();
                  case Finding.ByCode(var code) -> cases.find(code).stream();
                  case Finding.ByPhone _,
                      Finding.ByTail _,
                      Finding.ByName _,
                      Finding.ByInitials _,
                      Finding.ByWords _ ->
                      Stream.empty();
                })
        .filter(file -> sights.shows(DeskPages.ROUTE, actor, file))
        .findFirst();
  }

  DeskList.Found read(String q, Actor actor) {
    var parts = new ArrayList<DeskList.Found.Part>();
    for (var finding : Finding.of(q)) {
      boolean allowed = !finding.ofPerson() || !actor.is(Role.ADMIN);
      var rows = allowed ? seen(finding, actor) : List.<Worklist.Row>of();
      if (finding.ofPerson()) {
        LOG.info("search by={} way={} found={}", actor.id(), finding.way(), rows.size());
      }
      var shown = rows.size() > SHOWN ? rows.subList(0, SHOWN) : rows;
      parts.add(
          new DeskList.Found.Part(
              finding.way(), lists.rows(shown, true), rows.size() > SHOWN, allowed));
    }
    return new DeskList.Found(q.strip(), parts);
  }

  /** Whoever must not know who raised a matter does not find it by the person either. */
  private List<Worklist.Row> seen(Finding finding, Actor actor) {
    boolean named = !finding.ofPerson() || Sights.serves(actor);
    return lists.inSight(rows(finding, actor), actor).stream()
        .filter(row -> named || !row.marks().confidential())
        .toList();
  }

  private List<Worklist.Row> rows(Finding finding, Actor actor) {
    return switch (finding) {
      case Finding.ByNumber _, Finding.ByCode _ -> List.of();
      case Finding.ByPhone(var digits) -> raisedBy(Clue.PHONE, digits);
      case Finding.ByTail(var digits) -> raisedBy(Clue.TAIL, digits);
      case Finding.ByName(var name) -> raisedBy(Clue.NAME, name);
      case Finding.ByInitials(var letters) -> cases.spelled(letters, LOOKED_AT);
      case Finding.ByWords(var words) -> holding(words, actor);
    };
  }

  private List<Worklist.Row> raisedBy(Clue clue, String text) {
    var people = lookups.people(clue, text, PEOPLE);
    return people.isEmpty() ? List.of() : cases.raisedBy(people, LOOKED_AT);
  }

  private List<Worklist.Row> holding(String words, Actor actor) {
    var wanted = lists.inSight(Queue.Wanted.ALL, actor);
    var query = new Worklist.Query(wanted.unit(), null, null, words, null, LOOKED_AT);
    return cases.worklist(lists.sifted(query, null, actor)).rows();
  }
}
