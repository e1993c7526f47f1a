package org.bihuan.services.league;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.services.league.Member.Position;
import org.bihuan.services.league.Member.Standing;
import org.bihuan.services.league.Transfer.Course;
import org.bihuan.services.league.Transfer.Late;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.Transfer.Route;
import org.bihuan.services.league.Transfer.Starter;
import org.bihuan.services.league.Transfer.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of this module's tables as records, and records as rows to be. */
final class LeagueRows {

  /** A member with the place they name; the caller adds {@code from}. */
  static final String MEMBER =
      """
      select m.id, m.number, m.person, m.home, m.cohort, m.graduated_on, m.answers,
             p.n, p.organisation, p.standing, p.transfer as by_transfer, p.since
      """;

  /** A transfer; the caller adds {@code from}. */
  static final String TRANSFER =
      """
      select t.id as t_id, t.number as t_number, t.code, t.member, t.out, t.goes_to, t.branch,
             t.rule, t.started_by, t.overridden, t.phase, t.returns, t.ordered, t.reason,
             t.submitted_at, t.reviewed_at, t.ended_at, t.late
      """;

  static final String TRANSFER_COLUMNS =
      """
      r (id uuid, number text, code text, member uuid, out text, goes text, branch text,
         rule text, starter text, overridden text, phase text, returns int, ordered boolean,
         reason text, submitted timestamptz, reviewed timestamptz, ended timestamptz, late text)
      """;

  private LeagueRows() {}

  static Member member(ResultSet row) throws SQLException {
    return new Member(
        id(row, "id"),
        row.getString("number"),
        id(row, "person"),
        row.getString("home"),
        row.getInt("cohort"),
        row.getObject("graduated_on", LocalDate.class),
        answers(row.getString("answers")),
        new Position(
            row.getInt("n"),
            row.getString("organisation"),
            Standing.of(row.getString("standing")),
            row.getObject("by_transfer", UUID.class),
            Objects.requireNonNull(instant(row, "since"))));
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        id(row, "t_id"),
        row.getString("t_number"),
        row.getString("code"),
        id(row, "member"),
        new Route(row.getString("out"), row.getString("goes_to"), row.getString("branch")),
        row.getString("rule"),
        Starter.valueOf(row.getString("started_by").toUpperCase(Locale.ROOT)),
        row.getString("overridden"),
        new Course(
            Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
            row.getInt("returns"),
            row.getBoolean("ordered"),
            row.getString("reason")),
        new Times(
            Objects.requireNonNull(instant(row, "submitted_at")),
            instant(row, "reviewed_at"),
            instant(row, "ended_at")),
        late(row.getArray("late")));
  }

  private static Set<Late> late(Array array) throws SQLException {
    var late = EnumSet.noneOf(Late.class);
    Arrays.stream((String[]) array.getArray())
        .forEach(code -> late.add(Late.valueOf(code.toUpperCase(Locale.ROOT))));
    return late;
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Map<String, String> answers(String json) {
    var answers = new HashMap<String, String>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(e -> answers.put(e.getKey(), e.getValue().asString("")));
    return answers;
  }

  static String json(Object rows) {
    return JsonMapper.shared().writeValueAsString(rows);
  }

  static Map<String, @Nullable Object> row(Transfer t) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", t.id());
    row.put("number", t.number());
    row.put("code", t.code());
    row.put("member", t.member());
    row.put("out", t.route().out());
    row.put("goes", t.route().goesTo());
    row.put("branch", t.route().branch());
    row.put("rule", t.rule());
    row.put("starter", t.startedBy().code());
    row.put("overridden", t.overridden());
    row.put("late", t.late().stream().map(Late::code).sorted().collect(Collectors.joining(" ")));
    course(row, t);
    return row;
  }

  private static void course(Map<String, @Nullable Object> row, Transfer t) {
    row.put("phase", t.course().phase().code());
    row.put("returns", t.course().returns());
    row.put("ordered", t.course().ordered());
    row.put("reason", t.course().reason());
    row.put("submitted", at(t.times().submittedAt()));
    row.put("reviewed", at(t.times().reviewedAt()));
    row.put("ended", at(t.times().endedAt()));
  }

  static Map<String, @Nullable Object> row(TransferSql.Step step) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("member", step.member());
    row.put("n", step.to().n());
    row.put("organisation", step.to().organisation());
    row.put("standing", step.to().standing().code());
    row.put("transfer", step.to().transfer());
    row.put("since", at(step.to().since()));
    return row;
  }

  static @Nullable String at(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
