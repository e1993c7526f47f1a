package org.bihuan.services.whistles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that keep and list the calls. */
@Component
class CallSql {

  private static final String ADD =
      """
      insert into whistles.call (district, case_id, whistle, street, unit, kind, lead, called_at)
      values (:district, :id, :whistle, :street, :unit, :kind, :lead, :at)
      """;

  private static final String KNOWN =
      "select case_id from whistles.call where district = :district and case_id = any(:ids)";

  private static final String CHANGE =
      "update whistles.call set %s where district = :district and case_id = :id";

  private static final String ANSWERED =
      CHANGE.formatted("answered_at = coalesce(answered_at, :at)");

  /** Who comes has answered. */
  private static final String ARRIVED =
      CHANGE.formatted(
          "arrived_at = coalesce(arrived_at, :at), answered_at = coalesce(answered_at, :at)");

  private static final String ANSWER_LATE = CHANGE.formatted("answer_late = true");

  /** The first time counts; a second call after a ruling changes nothing in it. */
  private static final String MISSED =
      CHANGE.formatted(
          "missed_at = coalesce(missed_at, :at), listed_on = coalesce(listed_on, :day)");

  private static final String REFUSED = CHANGE.formatted("refused_at = coalesce(refused_at, :at)");
  private static final String ENDED = CHANGE.formatted("ended_at = :at, outcome = :outcome");
  private static final String RATED = CHANGE.formatted("mark = :mark");

  private static final String MISSING =
      """
      select case_id, listed_on, arrived_at from whistles.call
       where district = :district and listed_on between :from and :to
       order by listed_on desc, case_id desc limit :limit
      """;

  private static final String WHISTLES =
      """
      select whistle, min(called_at) as called from whistles.call
       where district = :district and called_at < :before
         and (:everywhere or street = :unit or unit = :unit)
       group by whistle order by called desc, whistle desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  CallSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * One department called by one whistle, as it was opened.
   *
   * @param id the case of the department
   * @param whistle the case of the whistle
   * @param street code of the street that called
   * @param unit code of the department
   * @param kind appeal, enforcement or emergency
   * @param lead true for the one that leads
   * @param at when
   */
  record Call(
      UUID id, UUID whistle, String street, String unit, String kind, boolean lead, Instant at) {}

  /** A department that did not arrive in time, by the day whose list names it. */
  record Missing(UUID call, LocalDate listedOn, boolean arrived) {}

  void add(Call call) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", call.id())
            .param("whistle", call.whistle())
            .param("street", call.street())
            .param("unit", call.unit())
            .param("kind", call.kind())
            .param("lead", call.lead())
            .param("at", call.at().atOffset(ZoneOffset.UTC))
            .update();
    one(rows, call.id());
  }

  Set<UUID> known(Collection<UUID> ids) {
    return jdbc
        .sql(KNOWN)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  void answered(UUID id, Instant at) {
    one(at(ANSWERED, id, at).update(), id);
  }

  void arrived(UUID id, Instant at) {
    one(at(ARRIVED, id, at).update(), id);
  }

  void answerLate(UUID id) {
    one(jdbc.sql(ANSWER_LATE).param("district", district).param("id", id).update(), id);
  }

  void missed(UUID id, Instant at, LocalDate day) {
    one(at(MISSED, id, at).param("day", day).update(), id);
  }

  void refused(UUID id, Instant at) {
    one(at(REFUSED, id, at).update(), id);
  }

  void ended(UUID id, Instant at, String outcome) {
    one(at(ENDED, id, at).param("outcome", outcome).update(), id);
  }

  void rated(UUID id, int mark) {
    var rated = jdbc.sql(RATED).param("district", district).param("id", id).param("mark", mark);
    one(rated.update(), id);
  }

  private JdbcClient.StatementSpec at(String statement, UUID id, Instant at) {
    return jdbc.sql(statement)
        .param("district", district)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC));
  }

  private static void one(int rows, UUID id) {
    if (rows != 1) {
      throw new IllegalStateException("a call was not kept: " + id);
    }
  }

  /** Who is on the district's lists of some days, both included, the latest first. */
  List<Missing> missing(LocalDate from, LocalDate to, int limit) {
    return jdbc.sql(MISSING)
        .param("district", district)
        .param("from", from)
        .param("to", to)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Missing(
                    Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                    Objects.requireNonNull(row.getObject("listed_on", LocalDate.class)),
                    row.getObject("arrived_at") != null))
        .list();
  }

  /**
   * The whistles that concern a unit, as the street that called or as a department, the latest
   * first.
   *
   * @param unit empty for all of the district
   */
  List<UUID> whistles(String unit, Instant before, int limit) {
    return jdbc.sql(WHISTLES)
        .param("district", district)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("everywhere", unit.isEmpty())
        .param("unit", unit)
        .param("limit", limit)
        .query((row, n) -> Objects.requireNonNull(row.getObject("whistle", UUID.class)))
        .list();
  }
}
