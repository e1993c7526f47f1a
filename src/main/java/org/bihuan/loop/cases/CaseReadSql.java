package org.bihuan.loop.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.register.RegisterRows;
import org.bihuan.loop.cases.register.Written;
import org.bihuan.loop.cases.search.Initials;
import org.bihuan.loop.cases.search.ListSql;
import org.bihuan.loop.cases.search.Titles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that read matters without moving them. */
@Component
class CaseReadSql {

  private static final String BY_NUMBER =
      "select * from cases.case_file where district = :district and number = :name";

  private static final String BY_CODE =
      "select * from cases.case_file where district = :district and code = :name";

  private static final String BY_ID =
      "select * from cases.case_file where district = :district and id = :id";

  private static final String BY_IDS =
      "select * from cases.case_file where district = :district and id = any(:ids)";

  private static final String CHILDREN =
      """
      select * from cases.case_file
       where district = :district and parent = :id order by opened_at, id
      """;

  private static final String CLOCKS =
      """
      select * from cases.case_clock
       where district = :district and case_id = any(:ids) order by case_id, started_at, clock, run
      """;

  private static final String ENTRIES =
      """
      select * from cases.case_entry
       where district = :district and case_id = :id order by version
      """;

  private static final String OPEN_CHILDREN =
      """
      select exists (select 1 from cases.case_file
                      where district = :district and parent = :id and closed_at is null)
      """;

  private static final String TAKEN =
      "select code from cases.case_file where district = :district and code = any(:codes)";

  private static final String NAMED =
      """
      select id from cases.case_file where district = :district and number = upper(:q)
      union all
      select id from cases.case_file
       where district = :district and code = upper(replace(:q, '-', ''))
      """;

  /** After every row, by the moment of opening. */
  private static final Worklist.Cursor NEWEST =
      Worklist.Cursor.of(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /** Before every row without a due moment. */
  private static final Worklist.Cursor UNDUE = Worklist.Cursor.of(null, Worklist.Cursor.FIRST.id());

  private final JdbcClient jdbc;
  private final int district;
  private final Titles titles;
  private final SecureRandom random = new SecureRandom();

  CaseReadSql(JdbcClient jdbc, District district, Titles titles) {
    this.jdbc = jdbc;
    this.titles = titles;
    this.district = district.code();
  }

  Optional<CaseFile> find(CaseNumber number) {
    return one(BY_NUMBER, "name", number.value());
  }

  Optional<CaseFile> find(CaseCode code) {
    return one(BY_CODE, "name", code.value());
  }

  Optional<CaseFile> find(CaseId id) {
    return one(BY_ID, "id", id.value());
  }

  private Optional<CaseFile> one(String sql, String name, Object value) {
    return joined(sql, name, value).stream().findFirst();
  }

  List<CaseFile> find(Collection<CaseId> ids) {
    return joined(BY_IDS, "ids", ids.stream().map(CaseId::value).distinct().toArray(UUID[]::new));
  }

  List<CaseFile> children(CaseId id) {
    return joined(CHILDREN, "id", id.value());
  }

  private List<CaseFile> joined(String sql, String name, Object value) {
    var bare =
        jdbc.sql(sql)
            .param("district", district)
            .param(name, value)
            .query((row, n) -> CaseRows.file(row))
            .list();
    if (bare.isEmpty()) {
      return bare;
    }
    var ids = bare.stream().map(f -> f.id().value()).toArray(UUID[]::new);
    var clocks =
        jdbc.sql(CLOCKS).param("district", district).param("ids", ids).query(CaseRows::clocks);
    return List.copyOf(CaseRows.join(bare, clocks).values());
  }

  List<Written> entries(CaseId id) {
    return jdbc.sql(ENTRIES)
        .param("district", district)
        .param("id", id.value())
        .query((row, n) -> RegisterRows.written(row))
        .list();
  }

  boolean hasOpenChildren(CaseId id) {
    return jdbc.sql(OPEN_CHILDREN)
        .param("district", district)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Codes nobody has; two that are made at the same moment meet once in billions, and then fail.
   */
  List<CaseCode> freeCodes(int count) {
    var free = new LinkedHashSet<CaseCode>();
    while (free.size() < count) {
      var made =
          Stream.generate(() -> CaseCode.random(random))
              .distinct()
              .limit(count - free.size())
              .toList();
      var taken = taken(made);
      made.stream().filter(code -> !taken.contains(code.value())).forEach(free::add);
    }
    return List.copyOf(free);
  }

  private List<@Nullable String> taken(List<CaseCode> codes) {
    return jdbc.sql(TAKEN)
        .param("district", district)
        .param("codes", codes.stream().map(CaseCode::value).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Rows that have a due moment come first; each part is read by an index. */
  Worklist.Page worklist(Worklist.Query query) {
    int wanted = query.limit() + 1;
    var found = query.q() == null ? Optional.<UUID[]>empty() : found(query.q());
    var after = query.after() == null ? Worklist.Cursor.FIRST : query.after();
    var rows = new ArrayList<Worklist.Row>();
    if (after.due() != null) {
      rows.addAll(rows(query, found, after, wanted));
    }
    if (rows.size() < wanted && query.before() == null) {
      var undue = after.due() == null ? after : UNDUE;
      rows.addAll(rows(query, found, undue, wanted - rows.size()));
    }
    return page(rows, query.limit());
  }

  /** The few matters that may be meant; empty if they are many. */
  private Optional<UUID[]> found(String q) {
    return titles.holding(q).map(held -> withNamed(q, held));
  }

  private UUID[] withNamed(String q, List<UUID> held) {
    var all = new LinkedHashSet<>(held);
    all.addAll(
        jdbc.sql(NAMED)
            .param("district", district)
            .param("q", q)
            .query((row, n) -> CaseRows.id(row, "id"))
            .list());
    return all.toArray(UUID[]::new);
  }

  private List<Worklist.Row> rows(
      Worklist.Query query, Optional<UUID[]> found, Worklist.Cursor after, int limit) {
    var due = after.due();
    var asked =
        new ListSql.Asked(
            query.unit() != null,
            query.state() != null,
            query.owner() != null,
            due != null,
            query.before() != null,
            query.sieve().kind() != null,
            !query.sieve().keptFrom().isEmpty());
    return jdbc.sql(asked.statement(query.q() != null, found.isPresent()))
        .param("district", district)
        .param("unit", query.unit())
        .param("state", query.state())
        .param("owner", CaseJson.code(query.owner()))
        .param("q", query.q())
        .param("found", found.orElseGet(() -> new UUID[0]))
        .param("due", (due == null ? Instant.EPOCH : due).atOffset(ZoneOffset.UTC))
        .param("before", before(query).atOffset(ZoneOffset.UTC))
        .param("id", after.id())
        .param("kind", query.sieve().kind())
        .param("keptFrom", query.sieve().keptFrom().toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> CaseRows.listed(row))
        .list();
  }

  /** The newest first. */
  List<CaseId> raised(Collection<UUID> people, Worklist.@Nullable Cursor after, int limit) {
    var from = after == null ? NEWEST : after;
    var at = Objects.requireNonNullElse(from.due(), Instant.EPOCH);
    return jdbc.sql(ListSql.RAISED)
        .param("district", district)
        .param("people", people.toArray(UUID[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", from.id())
        .param("limit", limit)
        .query((row, n) -> new CaseId(Objects.requireNonNull(row.getObject("id", UUID.class))))
        .list();
  }

  private static Instant before(Worklist.Query query) {
    var before = query.before();
    return before == null ? Instant.EPOCH : before;
  }

  /** What some people raised, what is open first. */
  List<Worklist.Row> raisedBy(Collection<UUID> people, int limit) {
    return listed(ListSql.OF_PEOPLE, people, limit);
  }

  /** The matters whose titles are spelled like this, among those that may be. */
  List<Worklist.Row> spelled(String letters, int limit) {
    return listed(ListSql.OF_IDS, titles.spelled(letters), Titles.MOST).stream()
        .filter(row -> Initials.of(row.title()).contains(letters))
        .limit(limit)
        .toList();
  }

  private List<Worklist.Row> listed(String sql, Collection<UUID> ids, int limit) {
    return jdbc.sql(sql)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .param("limit", limit)
        .query((row, n) -> CaseRows.listed(row))
        .list();
  }

  private static Worklist.Page page(List<Worklist.Row> rows, int limit) {
    if (rows.size() <= limit) {
      return new Worklist.Page(rows, null);
    }
    var last = rows.get(limit - 1);
    return new Worklist.Page(rows.subList(0, limit), Worklist.Cursor.of(last.dueAt(), last.id()));
  }
}
