package org.bihuan.loop.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter as others may read it.
 *
 * @param identity id, number, code and what it runs on
 * @param subject what was raised, where, for whom
 * @param state the state's name in the procedure
 * @param owner the part that moves next; absent at an end
 * @param unit the unit that owns it
 * @param handler who took it on; absent if nobody
 * @param facts what forms asked for
 * @param version counts its entries
 * @param times opened, closed, nearest due
 * @param clocks all runs, oldest first
 * @param hands who did which act how often
 */
public record CaseView(
    Identity identity,
    Subject subject,
    String state,
    @Nullable Role owner,
    String unit,
    @Nullable UUID handler,
    ObjectNode facts,
    long version,
    Times times,
    List<ClockRun> clocks,
    Map<UUID, List<String>> hands) {

  /**
   * The unit this matter is kept from, with all beneath it: the one it reports. Empty if it may
   * reach every unit.
   */
  public String keptFrom() {
    return facts.path(CaseFile.REPORTED).asString("");
  }

  /** True if whoever raised it asked to stay unknown to the unit that works it. */
  public boolean confidential() {
    return facts.path("confidential").asBoolean(false);
  }

  /** True if nobody knows who raised it: the code alone opens it. */
  public boolean anonymous() {
    return facts.path("anonymous").asBoolean(false);
  }

  /** What names a matter and says how it runs. */
  public record Identity(
      CaseId id,
      CaseNumber number,
      CaseCode code,
      String procedure,
      int revision,
      @Nullable String item) {

    private static Identity of(CaseFile.Birth birth) {
      var running = birth.running();
      return new Identity(
          birth.id(),
          birth.number(),
          birth.code(),
          running.procedure(),
          running.revision(),
          running.item());
    }
  }

  /** What was raised, where, for whom, and how it came in. */
  public record Subject(
      String title, String area, UUID applicant, String channel, @Nullable UUID parent, int level) {

    private static Subject of(CaseFile.Birth birth) {
      return new Subject(
          birth.title(),
          birth.area(),
          birth.applicant(),
          birth.channel(),
          birth.parent(),
          birth.level());
    }
  }

  /** When it was opened, closed, and what runs out next. */
  public record Times(Instant openedAt, @Nullable Instant closedAt, @Nullable Instant dueAt) {}

  static CaseView of(CaseFile file) {
    return new CaseView(
        Identity.of(file.birth()),
        Subject.of(file.birth()),
        file.state(),
        file.owner(),
        file.unit(),
        file.handler(),
        file.memory().facts().deepCopy(),
        file.version(),
        new Times(file.birth().openedAt(), file.closedAt(), file.nearestDue()),
        file.clocks(),
        hands(file));
  }

  private static Map<UUID, List<String>> hands(CaseFile file) {
    var hands = new java.util.HashMap<UUID, List<String>>();
    file.memory()
        .hands()
        .properties()
        .forEach(
            e -> hands.put(UUID.fromString(e.getKey()), List.copyOf(e.getValue().propertyNames())));
    return Map.copyOf(hands);
  }
}
