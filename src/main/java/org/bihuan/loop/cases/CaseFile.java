package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Conditions;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter as stored, with its clocks. What never changes is in {@link Birth}, what an act changes
 * is here.
 *
 * @param birth what was fixed when it was opened
 * @param state where it is
 * @param owner who moves next; absent at an end
 * @param unit the unit that owns it
 * @param handler who in the unit took it on; absent if nobody
 * @param memory facts, hands and moments
 * @param version counts the entries
 * @param digest digest of the last entry; empty before the first
 * @param closedAt when it came to an end; absent while open
 * @param clocks all runs of all clocks, oldest first
 */
record CaseFile(
    Birth birth,
    String state,
    @Nullable Role owner,
    String unit,
    @Nullable UUID handler,
    Memory memory,
    long version,
    byte[] digest,
    @Nullable Instant closedAt,
    List<ClockRun> clocks) {

  /** The fact that names the unit a matter is kept from. */
  static final String REPORTED = "reported";

  /** The fact that names the unit a ruling named last. */
  static final String RULED = "ruledUnit";

  private static final Comparator<ClockRun> OLDEST_FIRST =
      Comparator.comparing(ClockRun::startedAt)
          .thenComparing(ClockRun::clock)
          .thenComparingInt(ClockRun::run);

  CaseFile {
    clocks = clocks.stream().sorted(OLDEST_FIRST).toList();
  }

  /** What is fixed when a matter is opened. */
  record Birth(
      CaseId id,
      CaseNumber number,
      CaseCode code,
      Running running,
      String title,
      String area,
      UUID applicant,
      String channel,
      @Nullable UUID parent,
      int level,
      Instant openedAt) {}

  /** The rules a matter runs on: a procedure's revision and the item's variant of it. */
  record Running(String procedure, int revision, @Nullable String item) {}

  /**
   * What a matter remembers.
   *
   * @param facts what forms asked for, later answers over earlier ones
   * @param hands who did which act how often: actor id to act to count
   * @param moments moments of law and the instants they count from
   */
  record Memory(ObjectNode facts, ObjectNode hands, ObjectNode moments) {

    Memory copy() {
      return new Memory(facts.deepCopy(), hands.deepCopy(), moments.deepCopy());
    }

    Optional<Instant> moment(String name) {
      var at = moments.get(name);
      return at == null ? Optional.empty() : Optional.of(Instant.parse(at.asString()));
    }

    /** How often an act was done, by anybody. */
    int done(String act) {
      int sum = 0;
      for (var hand : hands.values()) {
        sum += hand.path(act).asInt(0);
      }
      return sum;
    }

    /** A fact as text; empty if there is none. */
    String fact(String name) {
      return facts.path(name).asString("");
    }

    /** Notes that an actor did an act once more. */
    void did(UUID actor, String act) {
      var hand = hands.withObjectProperty(actor.toString());
      hand.put(act, hand.path(act).asInt(0) + 1);
    }

    /** The acts an actor did. */
    List<String> doneBy(UUID actor) {
      var hand = hands.get(actor.toString());
      return hand == null ? List.of() : List.copyOf(hand.propertyNames());
    }
  }

  CaseId id() {
    return birth.id();
  }

  /** The unit whose people do an act: the one a fact names, else the one that owns the matter. */
  String doer(ActRule rule) {
    var by = rule.by();
    return by == null ? unit : memory.fact(by);
  }

  /** What conditions may ask. */
  Conditions.Given given(Procedure procedure) {
    var done = new HashMap<String, Integer>();
    for (var act : procedure.acts().keySet()) {
      int times = memory.done(act);
      if (times > 0) {
        done.put(act, times);
      }
    }
    var item = birth.running().item();
    return new Conditions.Given(
        memory.facts(), item == null ? "" : item, birth.channel(), Map.copyOf(done));
  }

  boolean closed() {
    return closedAt != null;
  }

  /** The open run of a clock. */
  Optional<ClockRun> open(String clock) {
    return clocks.stream().filter(c -> c.open() && c.clock().equals(clock)).findFirst();
  }

  /** The nearest instant at which something runs out, or ran out; absent if no clock counts. */
  @Nullable Instant nearestDue() {
    return clocks.stream()
        .filter(c -> c.status() == ClockRun.Status.RUNNING)
        .map(c -> c.due().at())
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** The file with the unit and handler an act leaves it with. */
  record Assigned(CaseFile file, String unit, @Nullable UUID handler) {

    CaseFile remembering(Memory memory) {
      return new CaseFile(
          file.birth,
          file.state,
          file.owner,
          unit,
          handler,
          memory,
          file.version,
          file.digest,
          file.closedAt,
          file.clocks);
    }
  }

  /** The file one entry later; its digest is still the one before. */
  CaseFile movedTo(String to, @Nullable Role next, Instant now, List<ClockRun> runs) {
    var closing = next != null ? null : closedAt != null ? closedAt : now;
    return new CaseFile(birth, to, next, unit, handler, memory, version + 1, digest, closing, runs);
  }

  CaseFile sealedWith(byte[] entryDigest) {
    return new CaseFile(
        birth, state, owner, unit, handler, memory, version, entryDigest, closedAt, clocks);
  }

  CaseFile withClocks(List<ClockRun> runs) {
    return new CaseFile(
        birth, state, owner, unit, handler, memory, version, digest, closedAt, runs);
  }
}
