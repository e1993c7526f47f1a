package org.bihuan.services.league;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.services.league.Transfer.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements that move memberships. Sets of rows travel as one JSON parameter each, so that a
 * school is moved with as many statements as one member.
 */
@Component
class TransferSql {

  private static final String LOCK =
      """
      select id from league.member
       where district = :district and id = any(:ids) order by id for update
      """;

  private static final String FILES =
      LeagueRows.MEMBER
          + """
               , (select s.transfer from league.membership s
                   where s.district = m.district and s.member = m.id and s.standing = 'settled'
                   order by s.n desc limit 1) as came_by
               , exists (select 1 from league.transfer h
                          where h.district = m.district and h.member = m.id
                            and h.phase in ('holding', 'released')) as held_before
            from league.member m
            join league.membership p on p.district = m.district and p.member = m.id and p.until is null
           where m.district = :district and m.id = any(:ids)
          """;

  private static final String OPEN =
      LeagueRows.TRANSFER
          + """
            from league.transfer t
           where t.district = :district and t.member = any(:ids)
             and t.phase in ('submitted', 'returned', 'assigning', 'holding')
          """;

  private static final String ADD =
      """
      insert into league.transfer
        (district, id, number, code, member, out, goes_to, branch, rule, started_by, overridden,
         phase, returns, ordered, reason, submitted_at, reviewed_at, ended_at, late)
      select :district, r.id, r.number, r.code, r.member, r.out, r.goes, r.branch, r.rule,
             r.starter, r.overridden, r.phase, r.returns, r.ordered, r.reason, r.submitted,
             r.reviewed, r.ended, string_to_array(r.late, ' ')
        from jsonb_to_recordset(cast(:rows as jsonb)) as
      """
          + LeagueRows.TRANSFER_COLUMNS;

  private static final String CHANGE =
      """
      update league.transfer t
         set goes_to = r.goes, branch = r.branch, rule = r.rule, overridden = r.overridden,
             phase = r.phase, returns = r.returns, ordered = r.ordered, reason = r.reason,
             submitted_at = r.submitted, reviewed_at = r.reviewed, ended_at = r.ended,
             late = string_to_array(r.late, ' ')
        from jsonb_to_recordset(cast(:rows as jsonb)) as
      """
          + LeagueRows.TRANSFER_COLUMNS
          + " where t.district = :district and t.id = r.id and t.ended_at is null";

  private static final String RETURNED =
      """
      insert into league.returned (district, transfer, n, organisation, at)
      select :district, r.id, r.returns, r.goes, r.reviewed
        from jsonb_to_recordset(cast(:rows as jsonb)) as
      """
          + LeagueRows.TRANSFER_COLUMNS;

  private static final String LEAVE =
      """
      update league.membership p set until = r.since
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (member uuid, n int, organisation text, standing text, transfer uuid,
                since timestamptz)
       where p.district = :district and p.member = r.member and p.n = r.n - 1 and p.until is null
      """;

  private static final String ARRIVE =
      """
      insert into league.membership
        (district, member, n, organisation, standing, transfer, since)
      select :district, r.member, r.n, r.organisation, r.standing, r.transfer, r.since
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (member uuid, n int, organisation text, standing text, transfer uuid,
                since timestamptz)
      """;

  private static final String POINT =
      """
      update league.member m set position = r.n
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (member uuid, n int, organisation text, standing text, transfer uuid,
                since timestamptz)
       where m.district = :district and m.id = r.member and m.position = r.n - 1
      """;

  private final JdbcClient jdbc;
  private final int district;

  TransferSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A place a member comes to. */
  record Step(UUID member, Member.Position to) {}

  /** The files of some members, locked in one order; unknown ones are left out. */
  Map<UUID, Bench.MemberFile> lock(Collection<UUID> ids) {
    var keys = ids.toArray(UUID[]::new);
    jdbc.sql(LOCK).param("district", district).param("ids", keys).query(UUID.class).list();
    var open = new LinkedHashMap<UUID, List<Transfer>>();
    jdbc.sql(OPEN)
        .param("district", district)
        .param("ids", keys)
        .query((row, n) -> LeagueRows.transfer(row))
        .list()
        .forEach(t -> open.computeIfAbsent(t.member(), _ -> new ArrayList<>()).add(t));
    var files = new LinkedHashMap<UUID, Bench.MemberFile>();
    jdbc.sql(FILES)
        .param("district", district)
        .param("ids", keys)
        .query((row, n) -> file(row, open))
        .list()
        .forEach(file -> files.put(file.member().id(), file));
    return files;
  }

  private static Bench.MemberFile file(ResultSet row, Map<UUID, List<Transfer>> open)
      throws SQLException {
    var member = LeagueRows.member(row);
    var own = open.getOrDefault(member.id(), List.of());
    return new Bench.MemberFile(
        member,
        own.stream().filter(t -> t.course().phase().underWay()).findFirst().orElse(null),
        own.stream().filter(t -> t.course().phase() == Phase.HOLDING).findFirst().orElse(null),
        row.getObject("came_by", UUID.class),
        row.getBoolean("held_before"));
  }

  void add(List<Transfer> transfers) {
    store(ADD, transfers);
  }

  /** Stores transfers that had not ended; fewer rows than asked undo the work. */
  void change(List<Transfer> transfers) {
    store(CHANGE, transfers);
  }

  /** Keeps which receivers returned some transfers. */
  void returned(List<Transfer> transfers) {
    store(RETURNED, transfers);
  }

  private void store(String statement, List<Transfer> transfers) {
    var rows = LeagueRows.json(transfers.stream().map(LeagueRows::row).toList());
    write(statement, rows, transfers.size());
  }

  /** Closes where members were, opens where they are, and lets them name it. */
  void move(List<Step> steps) {
    var rows = LeagueRows.json(steps.stream().map(LeagueRows::row).toList());
    write(LEAVE, rows, steps.size());
    write(ARRIVE, rows, steps.size());
    write(POINT, rows, steps.size());
  }

  private void write(String statement, String rows, int expected) {
    if (expected == 0) {
      return;
    }
    int written = jdbc.sql(statement).param("district", district).param("rows", rows).update();
    if (written != expected) {
      throw new IllegalStateException("of " + expected + " rows " + written + " were written");
    }
  }

  /** A transfer by its id. */
  @Nullable Transfer find(UUID id) {
    return jdbc.sql(
            LeagueRows.TRANSFER
                + " from league.transfer t where t.district = :district and t.id = :id")
        .param("district", district)
        .param("id", id)
        .query((row, n) -> LeagueRows.transfer(row))
        .optional()
        .orElse(null);
  }
}
