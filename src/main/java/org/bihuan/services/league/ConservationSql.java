package org.bihuan.services.league;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The count of everybody, in one statement and so in one snapshot; and the record of counts. */
@Component
class ConservationSql {

  private static final String COUNT =
      """
      with place as (
        select p.member, p.standing, p.transfer, p.n, m.position, m.id as on_file
          from league.member m
          full join (select * from league.membership
                      where district = :district and until is null) p on p.member = m.id
         where coalesce(m.district, :district) = :district
      ), latest as (
        select distinct on (member) member, phase, held from (
          select t.member, t.phase,
                 exists (select 1 from league.transfer h
                          where h.district = t.district and h.member = t.member
                            and h.phase = 'holding') as held,
                 case when t.phase in ('submitted', 'returned', 'assigning') then 0
                      when t.phase = 'holding' then 1 else 2 end as rank
            from league.transfer t
           where t.district = :district and t.phase not in ('withdrawn', 'released')) x
         order by member, rank
      )
      select (select count(*) from league.member where district = :district) as members,
             count(*) filter (where standing = 'settled' and transfer is null) as home,
             count(*) filter (where standing = 'settled' and transfer is not null) as arrived,
             count(*) filter (where standing = 'holding') as holding,
             count(*) filter (where standing = 'under-way') as under_way,
             (select count(*) from latest) as out,
             (select count(*) from latest where phase in ('submitted', 'returned', 'assigning')) as t_way,
             (select count(*) from latest where phase = 'holding') as t_held,
             (select count(*) from latest where phase = 'moved') as t_in,
             count(*) filter (where on_file is null or member is null or n <> position)
               + count(*) - count(distinct coalesce(member, on_file)) as astray,
             (select count(*) from league.membership a
               where a.district = :district and a.n > 1
                 and not exists (select 1 from league.membership b
                                  where b.district = a.district and b.member = a.member
                                    and b.n = a.n - 1 and b.until = a.since)) as broken
        from place
      """;

  private static final String NOTE =
      """
      insert into league.audit (district, id, kind, at, by, said, sound)
      values (:district, :id, :kind, :at, :by, :said, :sound)
      """;

  private static final String NOTES =
      """
      select at, by, said, sound from league.audit
       where district = :district and kind = :kind order by at desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  ConservationSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  Count count() {
    return jdbc.sql(COUNT)
        .param("district", district)
        .query(
            (row, n) ->
                new Count(
                    row.getLong("members"),
                    row.getLong("home"),
                    row.getLong("arrived"),
                    row.getLong("holding"),
                    row.getLong("under_way"),
                    row.getLong("out"),
                    new Count.ByTransfer(
                        row.getLong("t_way"), row.getLong("t_held"), row.getLong("t_in")),
                    row.getLong("astray"),
                    row.getLong("broken")))
        .single();
  }

  /** Writes down what was counted, taken away or sent. */
  void note(UUID id, String kind, Audit.Note note) {
    int rows =
        jdbc.sql(NOTE)
            .param("district", district)
            .param("id", id)
            .param("kind", kind)
            .param("at", note.at().atOffset(ZoneOffset.UTC))
            .param("by", note.by())
            .param("said", note.said())
            .param("sound", note.sound())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a note was not kept: " + kind);
    }
  }

  List<Audit.Note> notes(String kind, int limit) {
    return jdbc.sql(NOTES)
        .param("district", district)
        .param("kind", kind)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Audit.Note(
                    java.util.Objects.requireNonNull(LeagueRows.instant(row, "at")),
                    LeagueRows.id(row, "by"),
                    row.getString("said"),
                    row.getBoolean("sound")))
        .list();
  }
}
