package bihuan.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.context.ApplicationContext;

/** What must be true of a day once all of it is closed, read from the register alone. */
final class Verdict {

  /** After the last time it was said not to be solved, somebody must have answered. */
  private static final String UNANSWERED =
      """
      select f.number from cases.case_file f
       where f.procedure = 'appeal' and not exists (
         select 1 from cases.case_entry e
          where e.district = f.district and e.case_id = f.id and e.act in (%s)
            and e.version > coalesce((
              select max(o.version) from cases.case_entry o
               where o.district = f.district and o.case_id = f.id and o.act in (%s)), 0))
       order by f.number limit 5
      """;

  /** Whoever closed it, in their own name, and was ever its handler or that of a matter it went with. */
  private static final String OWN =
      """
      with kin as (
        select id as one, id as other from cases.case_file
        union select main, follower from twins.twin_link
        union select follower, main from twins.twin_link)
      select distinct f.number
        from cases.case_entry c
        join cases.case_file f on f.district = c.district and f.id = c.case_id
        join kin k on k.one = c.case_id
        join cases.case_entry h on h.district = c.district and h.case_id = k.other
       where f.closed_at is not null and c.to_state = f.state and c.from_state <> c.to_state
         and c.role not in ('applicant', 'dispatcher')
         and h.role = 'handler' and h.actor = c.actor
       order by f.number limit 5
      """;

  /** Who left a name and a phone must have been written to after the last answer. */
  private static final String UNTOLD =
      """
      select f.number from cases.case_file f
        join people.person p on p.district = f.district and p.id = f.applicant
       where f.procedure = 'appeal' and not exists (
         select 1 from letters.letter l
          where l.district = f.district and l.case_id = f.id and l.person_id = f.applicant
            and l.written_at >= (select max(e.at) from cases.case_entry e
                                  where e.district = f.district and e.case_id = f.id
                                    and e.act in (%s)))
       order by f.number limit 5
      """;

  private static final List<String> NOT_SOLVED =
      List.of("object", "call-back-objection", "check-objection", "object-unfounded", "reopen");

  private final Place place;
  private final String answering;

  Verdict(Place place, ApplicationContext house) {
    this.place = place;
    var procedure =
        house.getBean(Procedures.class).all().stream()
            .filter(known -> known.id().equals("appeal"))
            .findFirst()
            .orElseThrow();
    this.answering =
        quoted(
            procedure.acts().values().stream()
                .filter(rule -> rule.has(ActRule.Flag.ANSWERS))
                .map(ActRule::id)
                .toList());
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  List<String> all() throws SQLException {
    var found = new ArrayList<String>();
    found.addAll(unanswered());
    found.addAll(closedByTheirOwn());
    found.addAll(read("not told: ", UNTOLD.formatted(answering)));
    return found;
  }

  List<String> unanswered() throws SQLException {
    return read("never answered: ", UNANSWERED.formatted(answering, quoted(NOT_SOLVED)));
  }

  List<String> closedByTheirOwn() throws SQLException {
    return read("closed by its own handler: ", OWN);
  }

  /** Numbers that were told and are no matter's, and matters nobody was told of. */
  List<String> missing(List<String> told) throws SQLException {
    var there = new TreeSet<>(place.lines("select number from cases.case_file"));
    var found = new ArrayList<String>();
    told.stream().filter(number -> !there.contains(number)).forEach(n -> found.add("lost: " + n));
    told.forEach(there::remove);
    there.forEach(number -> found.add("nobody was told of: " + number));
    if (new TreeSet<>(told).size() != told.size()) {
      found.add("a number was told twice");
    }
    return found;
  }

  private List<String> read(String before, String sql) throws SQLException {
    return place.lines(sql).stream().map(number -> before + number).toList();
  }
}
