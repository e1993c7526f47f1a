package org.bihuan.services.league;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind lists and the board. */
@Component
class WaitingSql {

  private final JdbcClient jdbc;
  private final int district;

  WaitingSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  private JdbcClient.StatementSpec sql(String statement) {
    return jdbc.sql(statement).param("district", district);
  }

  /** Transfers that come to some organisations, in some phases, the oldest first. */
  List<Transfer> coming(Collection<String> to, boolean all, Collection<String> phases, int limit) {
    return sql(LeagueRows.TRANSFER
            + """
                    from league.transfer t
                   where t.district = :district and (:all or t.goes_to = any(:codes))
                     and t.phase = any(:phases)
                   order by t.submitted_at, t.id limit :limit
                  """)
        .param("all", all)
        .param("codes", to.toArray(String[]::new))
        .param("phases", phases.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> LeagueRows.transfer(row))
        .list();
  }

  /** All transfers of some members, the latest last. */
  List<Transfer> of(Collection<UUID> members) {
    return sql(LeagueRows.TRANSFER
            + """
                    from league.transfer t
                   where t.district = :district and t.member = any(:members)
                   order by t.submitted_at, t.id
                  """)
        .param("members", members.toArray(UUID[]::new))
        .query((row, n) -> LeagueRows.transfer(row))
        .list();
  }

  List<Board.Cell> cells(int cohort) {
    return sql("""
            select m.home, coalesce(m.answers ->> 'next', '') as next,
                   case when p.standing = 'settled' and p.transfer is not null then 'in'
                        when p.standing = 'settled' then 'home' else p.standing end as standing,
                   count(*) as n
              from league.member m
              join league.membership p
                on p.district = m.district and p.member = m.id and p.n = m.position
             where m.district = :district and m.cohort = :cohort
             group by 1, 2, 3
            """)
        .param("cohort", cohort)
        .query(
            (row, n) ->
                new Board.Cell(
                    row.getString("home"),
                    row.getString("next"),
                    row.getString("standing"),
                    row.getLong("n")))
        .list();
  }

  List<Board.Day> days(int cohort) {
    return sql("""
            select cast(t.ended_at at time zone 'Asia/Shanghai' as date) as day, count(*) as n,
                   count(*) filter (where t.late <> '{}') as late
              from league.transfer t
              join league.member m on m.district = t.district and m.id = t.member
             where t.district = :district and m.cohort = :cohort and t.phase = 'moved'
             group by 1 order by 1
            """)
        .param("cohort", cohort)
        .query(
            (row, n) ->
                new Board.Day(
                    row.getObject("day", LocalDate.class), row.getLong("n"), row.getLong("late")))
        .list();
  }

  List<Board.Receiver> receivers() {
    return sql("""
            select o.code, coalesce(w.waiting, 0) as waiting, w.oldest,
                   coalesce(t.taken, 0) as taken, coalesce(r.returned, 0) as returned
              from league.organisation o
              left join (select goes_to, count(*) as waiting, min(submitted_at) as oldest
                           from league.transfer
                          where district = :district and phase in ('submitted', 'assigning')
                          group by 1) w on w.goes_to = o.code
              left join (select goes_to, count(*) as taken from league.transfer
                          where district = :district
                            and phase in ('moved', 'assigning', 'holding', 'released')
                          group by 1) t on t.goes_to = o.code
              left join (select organisation, count(*) as returned from league.returned
                          where district = :district group by 1) r on r.organisation = o.code
             where o.district = :district
               and (w.goes_to is not null or t.goes_to is not null or r.organisation is not null)
             order by waiting desc, o.code
            """)
        .query(
            (row, n) ->
                new Board.Receiver(
                    row.getString("code"),
                    row.getLong("waiting"),
                    LeagueRows.instant(row, "oldest"),
                    row.getLong("taken"),
                    row.getLong("returned")))
        .list();
  }

  /** How many are held since before a moment. */
  long held(Instant before) {
    return sql("""
            select count(*) from league.transfer t
             where t.district = :district and t.phase = 'holding' and t.reviewed_at <= :before
            """)
        .param("before", before.atOffset(java.time.ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Members of a year who stay where they were registered and should move. */
  List<UUID> laggards(int cohort, Collection<String> homes, int limit) {
    return sql("""
            select m.id from league.member m
              join league.membership p
                on p.district = m.district and p.member = m.id and p.n = m.position
             where m.district = :district and m.cohort = :cohort and m.home = any(:homes)
               and p.standing = 'settled' and p.transfer is null
               and coalesce(m.answers ->> 'next', '') <> 'delayed'
             order by m.number limit :limit
            """)
        .param("cohort", cohort)
        .param("homes", homes.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
