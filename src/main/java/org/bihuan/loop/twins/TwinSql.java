package org.bihuan.loop.twins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.Columns;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on what matters say. */
@Component
class TwinSql {

  private static final String KEEP =
      """
      insert into twins.account
        (district, case_id, procedure, item, area, applicant, opened_at, words)
      select :district, g.id, g.procedure, g.item, g.area, g.applicant, g.at,
             array_to_tsvector(string_to_array(g.words, :between))
        from unnest(cast(:ids as uuid[]), cast(:procedures as text[]), cast(:items as text[]),
                    cast(:areas as text[]), cast(:applicants as uuid[]),
                    cast(:moments as timestamptz[]), cast(:words as text[]))
             as g (id, procedure, item, area, applicant, at, words)
       order by g.id
      on conflict on constraint account_pk do nothing
      """;

  private static final String SETTLE =
      """
      update twins.account set unit = :unit, settled_at = :at
       where district = :district and case_id = :id
      """;

  /** Matters that follow another are found by the one they follow. */
  private static final String LIKE =
      """
      select a.case_id, a.procedure, a.item, a.unit, a.applicant, a.area, a.opened_at,
             tsvector_to_array(a.words) as said
        from twins.account a
       where a.district = :district and a.procedure = :procedure
         and a.words @@ cast(:query as tsquery)
         {kind}
       order by ts_rank(a.words, cast(:query as tsquery)) desc, a.opened_at desc
       limit :limit
      """;

  private static final String LEADING =
      """
      and not exists (
        select from twins.twin_link l
         where l.district = a.district and l.follower = a.case_id and l.ended_at is null)
      """;

  private static final String SETTLED = " and a.settled_at is not null ";

  private static final String LOCK =
      """
      select case_id from twins.account
       where district = :district and case_id = any(:ids) order by case_id for update
      """;

  /** Stands in no word. */
  private static final String BETWEEN = "\n";

  private final JdbcClient jdbc;
  private final int district;

  TwinSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * Keeps what matters say; what is kept already stays. In the order of their ids, so that two who
   * keep the same ones wait for each other in one direction only.
   */
  void keep(Collection<Account> accounts) {
    if (accounts.isEmpty()) {
      return;
    }
    jdbc.sql(KEEP)
        .param("district", district)
        .param("between", BETWEEN)
        .param("ids", Columns.texts(accounts, Account::id))
        .param("procedures", Columns.texts(accounts, Account::procedure))
        .param("items", Columns.texts(accounts, Account::item))
        .param("areas", Columns.texts(accounts, account -> account.print().area()))
        .param("applicants", Columns.texts(accounts, Account::applicant))
        .param("moments", Columns.texts(accounts, account -> account.print().at()))
        .param(
            "words",
            Columns.texts(
                accounts, account -> String.join(BETWEEN, Measure.stored(account.print()))))
        .update();
  }

  /** A matter came to an end its person confirmed; one that is not kept stays unknown. */
  void settle(UUID id, String unit, Instant at) {
    jdbc.sql(SETTLE)
        .param("district", district)
        .param("id", id)
        .param("unit", unit)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Matters that lead or stand alone and share some of the words. */
  List<Account> leading(String procedure, String query, int limit) {
    return like(LEADING, procedure, query, limit);
  }

  /** Settled matters that share some of the words. */
  List<Account> settled(String procedure, String query, int limit) {
    return like(SETTLED, procedure, query, limit);
  }

  private List<Account> like(String kind, String procedure, String query, int limit) {
    return jdbc.sql(LIKE.replace("{kind}", kind))
        .param("district", district)
        .param("procedure", procedure)
        .param("query", query)
        .param("limit", limit)
        .query((row, n) -> account(row))
        .list();
  }

  /** Nobody else joins or parts these matters until the transaction ends. */
  void lock(Collection<UUID> ids) {
    jdbc.sql(LOCK)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  private static Account account(ResultSet row) throws SQLException {
    var said = (String[]) row.getArray("said").getArray();
    var at = row.getObject("opened_at", OffsetDateTime.class).toInstant();
    return new Account(
        uuid(row, "case_id"),
        row.getString("procedure"),
        row.getString("item"),
        row.getString("unit"),
        uuid(row, "applicant"),
        Fingerprint.of(List.of(said), row.getString("area"), at));
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
