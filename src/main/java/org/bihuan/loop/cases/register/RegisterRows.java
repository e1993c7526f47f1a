package org.bihuan.loop.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows as the register sees them: entries as records, files and clocks as JSON. */
public final class RegisterRows {

  private static final List<String> TEXTS =
      List.of(
          "id",
          "number",
          "code",
          "procedure",
          "item",
          "state",
          "owner",
          "title",
          "area",
          "unit",
          "handler",
          "applicant",
          "channel",
          "parent");

  private RegisterRows() {}

  /** An entry with what proves it. */
  public static Written written(ResultSet row) throws SQLException {
    return new Written(
        entry(row), row.getBytes("salt"), row.getBytes("commitment"), row.getBytes("digest"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var data = row.getString("data");
    return new Entry(
        id(row, "case_id"),
        row.getLong("version"),
        row.getString("act"),
        row.getString("from_state"),
        row.getString("to_state"),
        instant(row, "at"),
        id(row, "actor"),
        Role.of(row.getString("role")),
        row.getObject("on_behalf", UUID.class),
        new Entry.Content(row.getString("note"), data == null ? null : Json.read(data)),
        new Entry.Place(row.getInt("lane"), row.getLong("position")));
  }

  /** A file without its clocks. */
  static ObjectNode file(ResultSet row) throws SQLException {
    var node = Json.object();
    for (var name : TEXTS) {
      Json.put(node, name, row.getString(name));
    }
    for (var name : List.of("lane", "revision", "level")) {
      node.put(name, row.getInt(name));
    }
    for (var name : List.of("facts", "hands", "moments")) {
      node.set(name, Json.read(row.getString(name)));
    }
    node.put("version", row.getLong("version"));
    node.put("digest", Json.base64(row.getBytes("digest")));
    Json.put(node, "openedAt", instantOrNull(row, "opened_at"));
    Json.put(node, "closedAt", instantOrNull(row, "closed_at"));
    Json.put(node, "dueAt", instantOrNull(row, "due_at"));
    return node;
  }

  static ObjectNode clock(ResultSet row) throws SQLException {
    var node = Json.object();
    node.put("clock", row.getString("clock")).put("run", row.getInt("run"));
    node.put("status", row.getString("status"));
    Json.put(node, "startedAt", instantOrNull(row, "started_at"));
    node.put("statutory", row.getInt("amount") + " " + row.getString("unit"));
    Json.put(node, "promised", row.getString("promised"));
    node.put("extended", row.getInt("extended"));
    node.put("dueDay", row.getString("due_day"));
    Json.put(node, "dueAt", instantOrNull(row, "due_at"));
    node.put("provisional", row.getBoolean("provisional"));
    Json.put(node, "promisedDay", row.getString("promised_day"));
    Json.put(node, "firedAt", instantOrNull(row, "fired_at"));
    Json.put(node, "endedAt", instantOrNull(row, "ended_at"));
    node.set("stops", Json.read(row.getString("stops")));
    return node;
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
