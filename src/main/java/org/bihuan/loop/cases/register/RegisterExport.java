package org.bihuan.loop.cases.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes the register as lines of JSON: a head with lanes and checkpoints, then each matter's file
 * followed by its entries.
 */
final class RegisterExport {

  private static final int BATCH = 500;

  private final RegisterSql sql;
  private final Writer out;
  private final Map<UUID, List<Written>> waiting = new LinkedHashMap<>();
  private @Nullable UUID current;
  private long entries;

  RegisterExport(RegisterSql sql, Writer out) {
    this.sql = sql;
    this.out = out;
  }

  long run() {
    head();
    sql.entries(this::entry);
    settle();
    sql.silentFiles().forEach(file -> line(Json.object().set("file", file)));
    return entries;
  }

  private void head() {
    var head = Json.object().put("register", RegisterJson.FORM).put("district", sql.district());
    var lanes = head.putArray("lanes");
    var seals = head.putArray("seals");
    for (int lane : sql.lanes()) {
      lanes.addObject().put("lane", lane).put("last", sql.lastPosition(lane));
      sql.seals(lane).forEach(s -> seals.add(RegisterJson.seal(s)));
    }
    line(head);
  }

  private void entry(Written written) {
    var id = written.entry().caseId();
    if (!id.equals(current) && waiting.size() >= BATCH) {
      settle();
    }
    current = id;
    entries++;
    waiting.computeIfAbsent(id, k -> new ArrayList<>()).add(written);
  }

  private void settle() {
    var files = sql.files(waiting.keySet());
    waiting.forEach(
        (id, written) -> {
          var file = files.get(id);
          if (file != null) {
            line(Json.object().set("file", file));
          }
          written.forEach(w -> line(Json.object().set("entry", RegisterJson.entry(w))));
        });
    waiting.clear();
  }

  private void line(JsonNode node) {
    try {
      out.write(Json.write(node));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
