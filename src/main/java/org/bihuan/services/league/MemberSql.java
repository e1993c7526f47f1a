package org.bihuan.services.league;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on members. */
@Component
class MemberSql {

  private static final String FROM =
      """
        from league.member m
        join league.membership p
          on p.district = m.district and p.member = m.id and p.n = m.position
       where m.district = :district
      """;

  private static final String PRINTS =
      """
      select number, id, print from league.member
       where district = :district and number = any(:numbers)
      """;

  private static final String ADD_MEMBERS =
      """
      insert into league.member
        (district, id, number, person, home, cohort, graduated_on, answers, print, registered_at,
         position)
      select :district, r.id, r.number, r.person, r.home, r.cohort, r.day, r.answers,
             decode(r.print, 'hex'), r.at, 1
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (id uuid, number text, person uuid, home text, cohort int, day date, answers jsonb,
                print text, at timestamptz)
      """;

  private static final String PLACE_MEMBERS =
      """
      insert into league.membership (district, member, n, organisation, standing, since)
      select :district, r.id, 1, r.home, 'settled', r.at
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (id uuid, home text, at timestamptz)
      """;

  private static final String CHANGE =
      """
      update league.member m
         set answers = m.answers || r.answers, cohort = r.cohort, graduated_on = r.day,
             person = r.person, print = decode(r.print, 'hex')
        from jsonb_to_recordset(cast(:rows as jsonb)) as
             r (id uuid, person uuid, cohort int, day date, answers jsonb, print text)
       where m.district = :district and m.id = r.id
      """;

  private static final String ANSWER =
      """
      update league.member set answers = answers || cast(:answers as jsonb)
       where district = :district and id = :id
      """;

  private final JdbcClient jdbc;
  private final int district;

  MemberSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A member on file and the print of the row they came with. */
  record Known(UUID id, byte[] print) {}

  Map<String, Known> known(Collection<String> numbers) {
    var known = new HashMap<String, Known>();
    jdbc.sql(PRINTS)
        .param("district", district)
        .param("numbers", numbers.toArray(String[]::new))
        .query(
            row -> {
              known.put(
                  row.getString("number"),
                  new Known(LeagueRows.id(row, "id"), row.getBytes("print")));
            });
    return known;
  }

  /** Adds members and puts each where they are registered; as many rows as asked. */
  void add(List<Map<String, @Nullable Object>> rows) {
    write(ADD_MEMBERS, rows);
    write(PLACE_MEMBERS, rows);
  }

  void change(List<Map<String, @Nullable Object>> rows) {
    write(CHANGE, rows);
  }

  private void write(String statement, List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int written =
        jdbc.sql(statement)
            .param("district", district)
            .param("rows", LeagueRows.json(rows))
            .update();
    if (written != rows.size()) {
      throw new IllegalStateException("of " + rows.size() + " rows " + written + " were written");
    }
  }

  /** False if there is no such member. */
  boolean answer(UUID id, Map<String, String> answers) {
    return jdbc.sql(ANSWER)
            .param("district", district)
            .param("id", id)
            .param("answers", LeagueRows.json(answers))
            .update()
        == 1;
  }

  Optional<Member> find(UUID id) {
    return jdbc.sql(LeagueRows.MEMBER + FROM + " and m.id = :id")
        .param("district", district)
        .param("id", id)
        .query((row, n) -> LeagueRows.member(row))
        .optional();
  }

  List<Member> ofPeople(Collection<UUID> people) {
    return jdbc.sql(LeagueRows.MEMBER + FROM + " and m.person = any(:people) order by m.number")
        .param("district", district)
        .param("people", people.toArray(UUID[]::new))
        .query((row, n) -> LeagueRows.member(row))
        .list();
  }

  /** Members registered at, or now at, some organisations, by number, after one. */
  List<Member> at(Collection<String> organisations, String after, int limit) {
    var narrowed =
        " and (m.home = any(:codes) or p.organisation = any(:codes)) and m.number > :after"
            + " order by m.number limit :limit";
    return jdbc.sql(LeagueRows.MEMBER + FROM + narrowed)
        .param("district", district)
        .param("codes", organisations.toArray(String[]::new))
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> LeagueRows.member(row))
        .list();
  }

  Map<UUID, Member> find(Collection<UUID> ids) {
    var found = new LinkedHashMap<UUID, Member>();
    jdbc.sql(LeagueRows.MEMBER + FROM + " and m.id = any(:ids)")
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> LeagueRows.member(row))
        .list()
        .forEach(member -> found.put(member.id(), member));
    return found;
  }

  /** A line of a member's way through organisations. */
  record Past(String organisation, String standing, Instant since, @Nullable Instant until) {}

  List<Past> way(UUID member) {
    return jdbc.sql(
            """
            select organisation, standing, since, until from league.membership
             where district = :district and member = :member order by n
            """)
        .param("district", district)
        .param("member", member)
        .query(
            (row, n) ->
                new Past(
                    row.getString("organisation"),
                    row.getString("standing"),
                    java.util.Objects.requireNonNull(LeagueRows.instant(row, "since")),
                    LeagueRows.instant(row, "until")))
        .list();
  }
}
