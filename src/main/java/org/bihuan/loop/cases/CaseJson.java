package org.bihuan.loop.cases;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Stop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of what a matter holds as JSON; names are spelt here, never taken from classes.
 */
final class CaseJson {

  // exact numbers: a fact must come back from the database as it went in
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int MOST_DIGITS = 60;

  private CaseJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static ObjectNode readObject(String json) {
    return (ObjectNode) MAPPER.readTree(json);
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** What an entry records besides its envelope: enough to recompute the file from its entries. */
  static ObjectNode entryData(CaseFile before, CaseFile after, Act act, List<ClockRun> changed) {
    var data = object();
    if (before.version() == 0) {
      data.set("opened", birth(after));
    }
    setUnlessEmpty(data, "facts", act.facts().deepCopy());
    if (before.version() > 0) {
      putIfChanged(data, "unit", before.unit(), after.unit());
    }
    putIfChanged(data, "handler", before.handler(), after.handler());
    putIfChanged(data, "owner", code(before.owner()), code(after.owner()));
    putIfChanged(data, "closedAt", before.closedAt(), after.closedAt());
    setUnlessEmpty(data, "moments", newMoments(before, after));
    setUnlessEmpty(data, "clocks", clocks(changed));
    return data;
  }

  /** In whose seat somebody sat who acted for the person too; the entry names the person. */
  static void putSeat(ObjectNode data, @Nullable UUID seat) {
    putIfPresent(data, "seat", seat);
  }

  private static ObjectNode newMoments(CaseFile before, CaseFile after) {
    var moments = object();
    after.memory().moments().properties().stream()
        .filter(e -> !e.getValue().equals(before.memory().moments().get(e.getKey())))
        .forEach(e -> moments.set(e.getKey(), e.getValue()));
    return moments;
  }

  private static void setUnlessEmpty(ObjectNode node, String name, JsonNode value) {
    if (!value.isEmpty()) {
      node.set(name, value);
    }
  }

  static @Nullable String code(@Nullable Role role) {
    return role == null ? null : role.code();
  }

  private static void putIfChanged(
      ObjectNode node, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      node.put(name, after == null ? null : after.toString());
    }
  }

  private static ObjectNode birth(CaseFile file) {
    var birth = file.birth();
    var node = object().put("number", birth.number().value()).put("code", birth.code().value());
    node.put("procedure", birth.running().procedure()).put("revision", birth.running().revision());
    putIfPresent(node, "item", birth.running().item());
    node.put("title", birth.title()).put("area", birth.area()).put("unit", file.unit());
    node.put("applicant", birth.applicant().toString()).put("channel", birth.channel());
    putIfPresent(node, "parent", birth.parent());
    node.put("level", birth.level());
    return node;
  }

  private static void putIfPresent(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      node.put(name, value.toString());
    }
  }

  static ArrayNode clocks(List<ClockRun> runs) {
    var array = array();
    runs.forEach(run -> array.add(clock(run)));
    return array;
  }

  private static ObjectNode clock(ClockRun run) {
    var node = object().put("clock", run.clock()).put("run", run.run());
    node.put("status", run.status().code()).put("startedAt", run.startedAt().toString());
    node.put("statutory", run.terms().statutory().toString());
    putIfPresent(node, "promised", run.terms().promised());
    node.put("extended", run.terms().extended());
    node.put("dueDay", run.due().day().toString()).put("dueAt", run.due().at().toString());
    node.put("provisional", run.due().provisional());
    putIfPresent(node, "promisedDay", run.promisedDay());
    putIfPresent(node, "firedAt", run.firedAt());
    putIfPresent(node, "endedAt", run.endedAt());
    node.set("stops", stops(run.stops()));
    return node;
  }

  /** Old and new due day of a run that was counted anew. */
  static ObjectNode recounted(ClockRun before, ClockRun after) {
    return object()
        .put("clock", after.clock())
        .put("run", after.run())
        .put("was", before.due().day().toString())
        .put("now", after.due().day().toString());
  }

  /** Whether the database can keep a text: no NUL, no half of a character. */
  static boolean storable(@Nullable String text) {
    return text == null
        || (text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  /** Whether the database can keep and give back a value exactly. */
  static boolean storable(JsonNode node) {
    if (node.isNumber()) {
      return finite(node) && digits(node.decimalValue()) <= MOST_DIGITS;
    }
    return node.isString()
        ? storable(node.stringValue())
        : node.propertyNames().stream().allMatch(CaseJson::storable)
            && node.values().stream().allMatch(CaseJson::storable);
  }

  private static boolean finite(JsonNode number) {
    return !number.isFloatingPointNumber()
        || Double.isFinite(number.doubleValue())
        || number.isBigDecimal();
  }

  private static long digits(BigDecimal number) {
    return number.precision() + Math.abs((long) number.scale());
  }

  static ArrayNode stops(List<Stop> stops) {
    var array = array();
    for (var stop : stops) {
      var node = array.addObject().put("from", stop.from().toString());
      putIfPresent(node, "until", stop.until());
    }
    return array;
  }

  static List<Stop> readStops(String json) {
    var stops = new ArrayList<Stop>();
    for (var node : MAPPER.readTree(json)) {
      stops.add(new Stop(Instant.parse(node.path("from").asString()), instant(node.get("until"))));
    }
    return stops;
  }

  private static @Nullable Instant instant(@Nullable JsonNode node) {
    return node == null ? null : Instant.parse(node.asString());
  }
}
