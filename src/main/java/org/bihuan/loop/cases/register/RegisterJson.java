package org.bihuan.loop.cases.register;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The exported form of the register, line by line; all that a check needs and nothing else. */
final class RegisterJson {

  /** Which form this is; another one gets another number. */
  static final int FORM = 1;

  private RegisterJson() {}

  static ObjectNode entry(Written written) {
    var entry = written.entry();
    var node = Json.object();
    node.put("caseId", entry.caseId().toString()).put("version", entry.version());
    node.put("act", entry.act()).put("from", entry.from()).put("to", entry.to());
    node.put("at", entry.at().toString()).put("actor", entry.actor().toString());
    node.put("role", entry.role().code());
    Json.put(node, "onBehalf", entry.onBehalf());
    Json.put(node, "note", entry.content().note());
    if (entry.content().data() != null) {
      node.set("data", entry.content().data());
    }
    node.put("lane", entry.place().lane()).put("position", entry.place().position());
    node.put("salt", Json.base64(written.salt()))
        .put("commitment", Json.base64(written.commitment()));
    return node.put("digest", Json.base64(written.digest()));
  }

  static Written readEntry(JsonNode node) {
    var written =
        new Written(
            envelope(node), bytes(node, "salt"), bytes(node, "commitment"), bytes(node, "digest"));
    exact(node, entry(written));
    return written;
  }

  private static Entry envelope(JsonNode node) {
    return new Entry(
        UUID.fromString(text(node, "caseId")),
        node.path("version").asLong(),
        text(node, "act"),
        text(node, "from"),
        text(node, "to"),
        Instant.parse(text(node, "at")),
        UUID.fromString(text(node, "actor")),
        Role.of(text(node, "role")),
        Json.uuid(node.get("onBehalf")),
        new Entry.Content(textOrNull(node, "note"), node.get("data")),
        new Entry.Place(node.path("lane").asInt(), node.path("position").asLong()));
  }

  /** Nothing is read past: a value in another spelling, or one we do not know, is not ours. */
  private static void exact(JsonNode found, JsonNode written) {
    if (!Canonical.same(found, written)) {
      throw new IllegalArgumentException("not in the form in which it was exported");
    }
  }

  static ObjectNode seal(Seal seal) {
    return Json.object()
        .put("lane", seal.lane())
        .put("size", seal.size())
        .put("root", Json.base64(seal.root()))
        .put("frontier", Json.base64(seal.frontier()))
        .put("at", seal.at().toString())
        .put("key", Json.base64(seal.key()))
        .put("signature", Json.base64(seal.signature()));
  }

  static Seal readSeal(JsonNode node) {
    var seal =
        new Seal(
            node.path("lane").asInt(),
            node.path("size").asLong(),
            bytes(node, "root"),
            bytes(node, "frontier"),
            Instant.parse(text(node, "at")),
            bytes(node, "key"),
            bytes(node, "signature"));
    exact(node, seal(seal));
    return seal;
  }

  private static byte[] bytes(JsonNode node, String name) {
    return Base64.getDecoder().decode(text(node, name));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }

  private static @Nullable String textOrNull(JsonNode node, String name) {
    var value = node.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }
}
