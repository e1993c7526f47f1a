package org.bihuan.insight.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Entry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One appeal as the register tells it, act by act, and how it counts after each. */
final class Told {

  static final Figures FIGURES = new Figures();
  static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");

  final UUID id = UUID.randomUUID();
  private final Map<Change.Key, Change> counted = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private Dossier dossier;
  private Instant now = BEGIN;

  private Told(String item, String area) {
    var opened =
        """
        {"opened": {"procedure": "appeal", "unit": "dispatch-centre", "item": "%s", "area": "%s",
         "channel": "online"}}
        """
            .formatted(item, area);
    dossier = Dossier.opened(entry("open", opened), "appeal").orElseThrow();
  }

  /** Raised in a community, so that it can be compared. */
  static Told raised() {
    return new Told("noise", "140213054901");
  }

  static Told raised(String item, String area) {
    return new Told(item, area);
  }

  Told dispatched(String unit) {
    return told("dispatch", "{\"unit\": \"" + unit + "\"}");
  }

  Told told(String act) {
    return told(act, "{}");
  }

  Told told(String act, String data) {
    var counting = Counting.next(FIGURES, dossier, entry(act, data));
    dossier = counting.after();
    counting.changes().forEach(c -> counted.merge(c.key(), c, Told::revised));
    return this;
  }

  private static Change revised(Change old, Change now) {
    return new Change(old.key(), now.weight(), now.reason(), old.at(), old.where());
  }

  Told later(Duration by) {
    now = now.plus(by);
    return this;
  }

  Told rated(String act, int grade) {
    return told(act, "{\"facts\": {\"rating\": " + grade + "}}");
  }

  /** Answered when the clock says so, seconds before or after its limit. */
  Told answeredBy(long secondsLate) {
    var clock =
        """
        {"clocks": [{"clock": "handling", "run": 1, "dueAt": "2026-11-30T16:00:00Z",
         "endedAt": "%s"}]}
        """
            .formatted(Instant.parse("2026-11-30T16:00:00Z").plusSeconds(secondsLate));
    return told("answer", clock);
  }

  private Entry entry(String act, String data) {
    var json = (ObjectNode) JsonMapper.shared().readTree(data);
    var made =
        new Entry(
            id,
            entries.size() + 1L,
            act,
            "",
            "",
            now,
            id,
            Role.HANDLER,
            null,
            new Entry.Content(null, json),
            new Entry.Place(0, entries.size() + 1L));
    entries.add(made);
    return made;
  }

  /** What counts for a rate, like {@code "1 yes in-time street-051"}, in the order it first did. */
  List<String> counts(Rate rate) {
    return counted.values().stream()
        .filter(change -> change.key().rate() == rate)
        .map(
            change ->
                "%d %s %s %s"
                    .formatted(
                        change.key().seq(),
                        change.weight().code(),
                        change.reason(),
                        change.where().unit()))
        .toList();
  }

  /** When something first counted for a rate. */
  List<Instant> moments(Rate rate) {
    return counted.values().stream()
        .filter(change -> change.key().rate() == rate)
        .map(Change::at)
        .toList();
  }
}
