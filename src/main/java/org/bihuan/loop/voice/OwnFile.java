package org.bihuan.loop.voice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.people.PersonalFile;
import org.bihuan.foundation.people.reveals.Reveals;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a person, for the person: to see who looked, to take along, to have erased
 * (个人信息保护法 art. 45, 47). The matters stay; their applicant is then an id that leads nowhere.
 */
@Component
public class OwnFile {

  private static final int PAGE = 200;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final People people;
  private final Reveals reveals;
  private final Cases cases;
  private final Units units;
  private final Traces traces;
  private final Clock clock;

  OwnFile(People people, Reveals reveals, Cases cases, Units units, Traces traces, Clock clock) {
    this.people = people;
    this.reveals = reveals;
    this.cases = cases;
    this.units = units;
    this.traces = traces;
    this.clock = clock;
  }

  /**
   * What is kept, masked.
   *
   * @param person absent once erased
   * @param shown how often each unit was shown full values
   * @param open whether a matter of theirs still needs to reach them
   */
  public record Held(@Nullable Person person, Map<Text, Long> shown, boolean open) {}

  /** What asking for erasure comes to. */
  public enum Erasure {
    ERASED,
    /** A matter is open: who raised it must be answered. */
    MATTER_OPEN,
    NOT_ON_FILE
  }

  /** What is kept of the person who raised a matter. */
  @Transactional(readOnly = true)
  public Held held(CaseView file) {
    var id = file.subject().applicant();
    var shown = new LinkedHashMap<Text, Long>();
    reveals.byUnit(id).forEach((unit, times) -> shown.merge(unit(unit), times, Long::sum));
    return new Held(people.find(id).orElse(null), shown, hasOpen(file));
  }

  /** Everything kept of them as JSON; empty once erased. */
  @Transactional(readOnly = true)
  public Optional<String> export(CaseView file) {
    var id = file.subject().applicant();
    return people.export(id).map(data -> JSON.writeValueAsString(written(data)));
  }

  /**
   * Erases the person of a matter, unless one of their matters is open: names and numbers, the
   * addresses they are written to, the files they gave, the phone as a way to sign in.
   */
  @Transactional
  public Erasure erase(CaseView file) {
    var id = file.subject().applicant();
    if (!people.hold(id)) {
      return Erasure.NOT_ON_FILE;
    }
    var matters = raised(id);
    if (matters.stream().anyMatch(OwnFile::isOpen)) {
      return Erasure.MATTER_OPEN;
    }
    people.export(id).ifPresent(data -> traces.forget(data, matters));
    return people.erase(id) ? Erasure.ERASED : Erasure.NOT_ON_FILE;
  }

  private boolean hasOpen(CaseView file) {
    return raised(file.subject().applicant()).stream().anyMatch(OwnFile::isOpen);
  }

  private static boolean isOpen(CaseView file) {
    return file.times().closedAt() == null;
  }

  /** All their matters, page by page. */
  private List<CaseView> raised(UUID person) {
    var all = new ArrayList<CaseView>();
    Worklist.@Nullable Cursor after = null;
    List<CaseView> page;
    do {
      page = cases.raised(List.of(person), after, PAGE);
      all.addAll(page);
      after = page.isEmpty() ? null : Worklist.Cursor.opened(page.getLast());
    } while (page.size() == PAGE);
    return all;
  }

  private ObjectNode written(PersonalFile data) {
    var node = JSON.createObjectNode();
    var person = data.person();
    node.put("exportedAt", clock.instant().toString());
    node.put("id", person.id().toString());
    node.put("kind", person.kind().code());
    node.put("onFileSince", data.since().toString());
    node.put("name", person.name());
    node.put("organisation", person.organisation());
    node.put("idNumber", person.idNumber() == null ? null : person.idNumber().number());
    node.put("creditCode", person.creditCode() == null ? null : person.creditCode().code());
    for (var contact : data.contacts()) {
      node.withArray("contacts")
          .addObject()
          .put("name", contact.name())
          .put("phone", contact.phone().digits())
          .put("givenAt", contact.givenAt().toString());
    }
    var matters = node.putArray("matters");
    raised(person.id()).forEach(file -> matters.add(matter(file)));
    var shown = node.putObject("shownInFull");
    reveals.byUnit(person.id()).forEach(shown::put);
    return node;
  }

  private static ObjectNode matter(CaseView file) {
    var closed = file.times().closedAt();
    var node = JSON.createObjectNode();
    node.put("number", file.identity().number().value());
    node.put("title", file.subject().title());
    node.put("area", file.subject().area());
    node.put("state", file.state());
    node.put("openedAt", file.times().openedAt().toString());
    node.put("closedAt", closed == null ? null : closed.toString());
    node.set("facts", file.facts());
    return node;
  }

  private Text unit(String code) {
    return units.find(code).map(WorkUnit::name).orElse(new Text("其他", "Other"));
  }
}
