package org.bihuan.loop.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Unit;
import org.bihuan.loop.cases.CaseFile.Birth;
import org.bihuan.loop.cases.CaseFile.Memory;
import org.bihuan.loop.cases.CaseFile.Running;
import org.jspecify.annotations.Nullable;

/** Rows of this module's tables as records, and records as columns of rows to be. */
final class CaseRows {

  private CaseRows() {}

  /** A file without its clocks. */
  static CaseFile file(ResultSet row) throws SQLException {
    var owner = row.getString("owner");
    return new CaseFile(
        birth(row),
        row.getString("state"),
        owner == null ? null : Role.of(owner),
        row.getString("unit"),
        row.getObject("handler", UUID.class),
        new Memory(
            CaseJson.readObject(row.getString("facts")),
            CaseJson.readObject(row.getString("hands")),
            CaseJson.readObject(row.getString("moments"))),
        row.getLong("version"),
        row.getBytes("digest"),
        instantOrNull(row, "closed_at"),
        List.of());
  }

  /** A row of a list. */
  static Worklist.Row listed(ResultSet row) throws SQLException {
    var owner = row.getString("owner");
    var marks =
        new Worklist.Marks(
            row.getString("kind"),
            row.getBoolean("confidential"),
            row.getBoolean("anonymous"),
            row.getString("reported"),
            row.getInt("returned"));
    return new Worklist.Row(
        id(row, "id"),
        new CaseNumber(row.getString("number")),
        new Worklist.What(row.getString("procedure"), row.getString("item"), marks),
        row.getString("state"),
        owner == null ? null : Role.of(owner),
        row.getString("title"),
        row.getString("area"),
        row.getString("unit"),
        id(row, "applicant"),
        instantOrNull(row, "due_at"));
  }

  private static Birth birth(ResultSet row) throws SQLException {
    return new Birth(
        new CaseId(id(row, "id")),
        new CaseNumber(row.getString("number")),
        new CaseCode(row.getString("code")),
        new Running(row.getString("procedure"), row.getInt("revision"), row.getString("item")),
        row.getString("title"),
        row.getString("area"),
        id(row, "applicant"),
        row.getString("channel"),
        row.getObject("parent", UUID.class),
        row.getInt("level"),
        instant(row, "opened_at"));
  }

  static Map<UUID, List<ClockRun>> clocks(ResultSet rows) throws SQLException {
    var found = new LinkedHashMap<UUID, List<ClockRun>>();
    while (rows.next()) {
      found.computeIfAbsent(id(rows, "case_id"), k -> new ArrayList<>()).add(clock(rows));
    }
    return found;
  }

  static Map<UUID, CaseFile> join(List<CaseFile> bare, Map<UUID, List<ClockRun>> clocks) {
    var joined = new LinkedHashMap<UUID, CaseFile>();
    for (var file : bare) {
      var id = file.id().value();
      joined.put(id, file.withClocks(clocks.getOrDefault(id, List.of())));
    }
    return joined;
  }

  static ClockRun clock(ResultSet row) throws SQLException {
    var promised = row.getString("promised");
    var terms =
        new ClockRun.Terms(
            new Limit(row.getInt("amount"), Unit.of(row.getString("unit"))),
            promised == null ? null : Limit.of(promised),
            row.getInt("extended"));
    return new ClockRun(
        row.getString("clock"),
        row.getInt("run"),
        ClockRun.Status.of(row.getString("status")),
        instant(row, "started_at"),
        terms,
        CaseJson.readStops(row.getString("stops")),
        new Deadline(
            row.getObject("due_day", LocalDate.class),
            instant(row, "due_at"),
            row.getBoolean("provisional")),
        row.getObject("promised_day", LocalDate.class),
        instantOrNull(row, "fired_at"),
        instantOrNull(row, "ended_at"));
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /**
   * Turns rows of records into the array parameters that {@code unnest} takes, column by column.
   */
  static final class Columns {

    private final List<Object> parameters = new ArrayList<>();

    /** An array parameter of a PostgreSQL type. */
    private record Column(String type, @Nullable Object[] values) {}

    /** A plain parameter before the columns that follow. */
    Columns leading(int value) {
      parameters.add(value);
      return this;
    }

    /** A plain parameter after the columns. */
    Columns then(int value) {
      parameters.add(value);
      return this;
    }

    <T> Columns add(String type, List<T> rows, Function<T, @Nullable Object> cell) {
      var values = new @Nullable Object[rows.size()];
      for (int i = 0; i < values.length; i++) {
        var value = cell.apply(rows.get(i));
        values[i] = type.equals("text") && value != null ? value.toString() : value;
      }
      parameters.add(new Column(type, values));
      return this;
    }

    void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i) instanceof Column(var type, var values)) {
          statement.setArray(
              i + 1, statement.getConnection().createArrayOf(type, typed(type, values)));
        } else {
          statement.setObject(i + 1, parameters.get(i));
        }
      }
    }

    /** The driver takes bytes only as an array of byte arrays. */
    private static @Nullable Object[] typed(String type, @Nullable Object[] values) {
      return type.equals("bytea") ? Arrays.copyOf(values, values.length, byte[][].class) : values;
    }
  }
}
