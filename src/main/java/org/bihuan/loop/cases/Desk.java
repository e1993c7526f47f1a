package org.bihuan.loop.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.CaseFile.Birth;
import org.bihuan.loop.cases.CaseFile.Memory;
import org.bihuan.loop.cases.CaseFile.Running;
import org.bihuan.loop.cases.register.Canonical;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Lanes;
import org.bihuan.loop.cases.register.Written;
import org.bihuan.loop.procedures.Procedure;

/**
 * The files of one transaction as they lie on the desk: read, moved, and collected into what is
 * stored. It gives each entry its place and its digest.
 */
final class Desk {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] NOTHING_BEFORE = new byte[32];

  private final int district;
  private final Map<UUID, CaseFile> files = new LinkedHashMap<>();
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Map<Integer, CaseSql.Lane> lanes;
  private final Map<UUID, Set<UUID>> children = new HashMap<>();
  private final CaseSql.Locked locked;
  private final Map<ClockKey, ClockRun> turned = new LinkedHashMap<>();
  private final Map<ClockKey, ClockRun> begun = new LinkedHashMap<>();
  private final List<Written> entries = new ArrayList<>();

  private record ClockKey(UUID caseId, String clock, int run) {}

  Desk(int district, CaseSql.Locked locked) {
    this.district = district;
    this.locked = locked;
    this.lanes = new HashMap<>(locked.lanes());
    locked.files().forEach((id, file) -> put(file));
    locked.children().forEach((id, open) -> children.put(id, new HashSet<>(open)));
  }

  private void put(CaseFile file) {
    files.put(file.id().value(), file);
    versions.put(file.id().value(), file.version());
  }

  Optional<CaseFile> file(CaseId id) {
    return Optional.ofNullable(files.get(id.value()));
  }

  /** Whether a matter opened under this one is open, after the acts before in the same list. */
  boolean hasOpenChildren(CaseFile file) {
    return !children.getOrDefault(file.id().value(), Set.of()).isEmpty();
  }

  private void countChild(CaseFile child) {
    var parent = child.birth().parent();
    if (parent != null && child.closed()) {
      children.computeIfAbsent(parent, _ -> new HashSet<>()).remove(child.id().value());
    } else if (parent != null) {
      children.computeIfAbsent(parent, _ -> new HashSet<>()).add(child.id().value());
    }
  }

  boolean idle() {
    return entries.isEmpty();
  }

  /** A file that has no entry yet; its number takes the next serial of its lane's day. */
  CaseFile blank(Opening opening, Procedure procedure, CaseCode code, Instant now) {
    var lane = lane(opening.id().lane());
    var today = ChinaTime.day(now);
    // a clock stepped back must not give a number twice
    LocalDate day = today.isBefore(lane.day()) ? lane.day() : today;
    int opened = day.equals(lane.day()) ? lane.opened() : 0;
    lanes.put(lane.lane(), new CaseSql.Lane(lane.lane(), lane.last(), day, opened + 1));
    int serial = opened * Lanes.COUNT + lane.lane() + 1;
    var number = CaseNumber.of(procedure.letter(), opening.area(), day, serial);
    var running = new Running(procedure.id(), procedure.revision(), opening.item());
    var parent = opening.parent();
    var birth =
        new Birth(
            opening.id(),
            number,
            code,
            running,
            opening.title(),
            opening.area(),
            opening.applicant(),
            opening.channel(),
            parent == null ? null : parent.value(),
            1,
            now);
    var memory = new Memory(CaseJson.object(), CaseJson.object(), CaseJson.object());
    return new CaseFile(
        birth, "", null, opening.unit(), null, memory, 0, NOTHING_BEFORE, null, List.of());
  }

  /** Appends the entry of an accepted act and puts the moved file on the desk. */
  CaseFile write(Outcome.Moved moved, Instant now) {
    var file = moved.next();
    var entry = entry(moved, file, now);
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    var commitment = Canonical.commitment(salt, entry.content());
    var digest = Canonical.digest(file.digest(), district, entry, commitment);
    entries.add(new Written(entry, salt, commitment, digest));
    keepClocks(moved, file.id().value());
    var sealed = file.sealedWith(digest);
    files.put(file.id().value(), sealed);
    countChild(sealed);
    return sealed;
  }

  private Entry entry(Outcome.Moved moved, CaseFile file, Instant now) {
    var lane = lane(file.id().lane());
    long position = lane.last() + 1;
    lanes.put(lane.lane(), new CaseSql.Lane(lane.lane(), position, lane.day(), lane.opened()));
    var draft = moved.draft();
    return new Entry(
        file.id().value(),
        file.version(),
        draft.act(),
        draft.from(),
        file.state(),
        now,
        draft.actor(),
        draft.role(),
        draft.onBehalf(),
        new Entry.Content(draft.note(), draft.data()),
        new Entry.Place(lane.lane(), position));
  }

  private void keepClocks(Outcome.Moved moved, UUID id) {
    for (var run : moved.clocks()) {
      var key = new ClockKey(id, run.clock(), run.run());
      boolean fresh = begun.containsKey(key) || !stored(id, run);
      (fresh ? begun : turned).put(key, run);
    }
  }

  private boolean stored(UUID id, ClockRun run) {
    var before = locked.files().get(id);
    return before != null
        && before.clocks().stream()
            .anyMatch(c -> c.clock().equals(run.clock()) && c.run() == run.run());
  }

  private CaseSql.Lane lane(int lane) {
    var row = lanes.get(lane);
    if (row == null) {
      throw new IllegalStateException("district " + district + " has no lane " + lane);
    }
    return row;
  }

  /** What has to be stored. */
  Round round() {
    var moved = new ArrayList<Round.Moved>();
    var opened = new ArrayList<CaseFile>();
    files.forEach(
        (id, file) -> {
          var was = versions.get(id);
          if (was == null) {
            opened.add(file);
          } else if (was != file.version()) {
            moved.add(new Round.Moved(file, was));
          }
        });
    return new Round(
        moved,
        runs(turned),
        lanes.values().stream().filter(l -> !l.equals(locked.lanes().get(l.lane()))).toList(),
        opened,
        runs(begun),
        List.copyOf(entries));
  }

  private static List<Round.OfCase> runs(Map<ClockKey, ClockRun> kept) {
    return kept.entrySet().stream()
        .map(e -> new Round.OfCase(e.getKey().caseId(), e.getValue()))
        .toList();
  }
}
