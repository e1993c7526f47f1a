package org.bihuan.loop.cases.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows one matter through its entries and tells where they, its file or its clocks differ. */
final class CaseTrace {

  private static final List<String> FIELDS =
      List.of(
          "number",
          "code",
          "procedure",
          "revision",
          "item",
          "title",
          "area",
          "applicant",
          "channel",
          "parent",
          "level",
          "unit",
          "handler",
          "owner",
          "closedAt");

  private final int district;
  private final String name;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> erased = new ArrayList<>();
  private final Map<String, JsonNode> clocks = new HashMap<>();
  private final ObjectNode fields = Json.object();
  private final ObjectNode facts = Json.object();
  private final ObjectNode hands = Json.object();
  private final ObjectNode moments = Json.object();
  private byte[] digest = new byte[32];
  private long version;
  private @Nullable UUID id;
  private String state = "";
  private @Nullable Instant openedAt;

  CaseTrace(int district, String name) {
    this.district = district;
    this.name = name;
  }

  /** Takes the next entry, in the order of versions. */
  void entry(Written written) {
    var entry = written.entry();
    if (entry.version() <= version) {
      entryIs(Finding.Kind.INSERTED, entry.version(), "重复或次序颠倒", "comes twice or out of order");
      return;
    }
    if (entry.version() != version + 1) {
      missing(version + 1);
    } else if (!genuine(written)) {
      entryIs(Finding.Kind.EDITED, entry.version(), "被改动", "was changed");
    }
    openedAt = openedAt == null ? entry.at() : openedAt;
    digest = written.digest();
    version = entry.version();
    id = entry.caseId();
    state = entry.to();
    var hand = hands.withObjectProperty(entry.actor().toString());
    hand.put(entry.act(), hand.path(entry.act()).asInt(0) + 1);
    var data = entry.content().data();
    if (data != null) {
      remember(data);
    } else if (entry.content().erased()) {
      erased.add(name + "#" + version);
      clocks.clear(); // what is known of them may be older than what was erased
    }
  }

  /** Rows whose note and data are gone while the rest still has its digest. */
  List<String> erased() {
    return erased;
  }

  /** What was erased is vouched for by its commitment alone. */
  private boolean genuine(Written written) {
    var entry = written.entry();
    var commitment =
        entry.content().erased()
            ? written.commitment()
            : Canonical.commitment(written.salt(), entry.content());
    return Arrays.equals(commitment, written.commitment())
        && entry.place().lane() == Lanes.of(entry.caseId())
        && Arrays.equals(Canonical.digest(digest, district, entry, commitment), written.digest());
  }

  private void remember(JsonNode data) {
    data.path("opened").properties().forEach(e -> fields.set(e.getKey(), e.getValue()));
    for (var name : List.of("unit", "handler", "owner", "closedAt")) {
      if (data.has(name)) {
        fields.set(name, data.get(name));
      }
    }
    data.path("facts").properties().forEach(e -> facts.set(e.getKey(), e.getValue()));
    data.path("moments").properties().forEach(e -> moments.set(e.getKey(), e.getValue()));
    data.path("clocks").forEach(c -> clocks.put(key(c), c));
  }

  private static String key(JsonNode clock) {
    return clock.path("clock").asString() + "/" + clock.path("run").asInt();
  }

  /** Compares the file and its clocks with what the entries made them; the last thing to do. */
  List<Finding> against(@Nullable JsonNode file) {
    if (file == null) {
      add(Finding.Kind.FILE_DIFFERS, version, "档案缺失", "the file is missing");
      return findings;
    }
    long told = file.path("version").asLong();
    if (told > version) {
      missing(version + 1);
    } else if (told < version) {
      entryIs(Finding.Kind.INSERTED, told + 1, "是插入的", "was inserted");
    } else if (findings.isEmpty()) {
      compareFields(file);
      compareClocks(file);
    }
    return findings;
  }

  private void compareFields(JsonNode file) {
    compare("id", Optional.ofNullable(id).map(UUID::toString).equals(text(file.get("id"))));
    compare("digest", Json.base64(digest).equals(file.path("digest").asString("")));
    compare("state", state.equals(file.path("state").asString("")));
    compare("hands", Canonical.same(hands, file.get("hands")));
    compare("lane", id != null && file.path("lane").asInt(-1) == Lanes.of(id));
    var opened = Optional.ofNullable(openedAt).map(Instant::toString);
    compare("openedAt", opened.isPresent() && opened.equals(text(file.get("openedAt"))));
    if (erased.isEmpty()) {
      compareContents(file);
    }
  }

  /** What only the entries' data can tell. */
  private void compareContents(JsonNode file) {
    compare("facts", Canonical.same(facts, file.get("facts")));
    compare("moments", Canonical.same(moments, file.get("moments")));
    compare("dueAt", nearestDue().equals(text(file.get("dueAt"))));
    for (var name : FIELDS) {
      compare(name, text(fields.get(name)).equals(text(file.get(name))));
    }
  }

  private void compare(String field, boolean same) {
    if (!same) {
      add(
          Finding.Kind.FILE_DIFFERS,
          version,
          "档案的“" + field + "”与记录不符",
          "the file's " + field + " is not what the entries say");
    }
  }

  private void compareClocks(JsonNode file) {
    var rows = new HashMap<String, JsonNode>();
    file.path("clocks").forEach(c -> rows.put(key(c), c));
    var all = new TreeSet<>(clocks.keySet());
    if (erased.isEmpty()) {
      all.addAll(rows.keySet());
    }
    all.stream()
        .filter(key -> !Canonical.same(clocks.get(key), rows.get(key)))
        .forEach(
            key ->
                add(
                    Finding.Kind.CLOCK_DIFFERS,
                    version,
                    "时限“" + key + "”与记录不符",
                    "clock " + key + " is not what the entries say"));
  }

  /** Instants in ISO form of different precision do not sort as text. */
  private Optional<String> nearestDue() {
    return clocks.values().stream()
        .filter(clock -> clock.path("status").asString().equals("running"))
        .map(clock -> Instant.parse(clock.path("dueAt").asString()))
        .min(Comparator.naturalOrder())
        .map(Instant::toString);
  }

  private static Optional<String> text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asString());
  }

  private void missing(long at) {
    entryIs(Finding.Kind.MISSING, at, "缺失", "is missing");
  }

  private void entryIs(Finding.Kind kind, long at, String zh, String en) {
    add(kind, at, "第" + at + "条记录" + zh, "entry " + at + " " + en);
  }

  private void add(Finding.Kind kind, long at, String zh, String en) {
    findings.add(new Finding(kind, name + "#" + at, new Text(name + "：" + zh, name + ": " + en)));
  }
}
