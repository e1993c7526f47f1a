package org.bihuan.loop.cases.search;

/**
 * The statements that list matters, one for each way of asking; every one of them reads ranges of
 * indexes, however many matters there are and however deep the page is.
 */
public final class ListSql {

  private static final String COLUMNS =
      """
      select f.id, f.number, f.procedure, f.item, f.state, f.owner, f.title, f.area, f.unit,
             f.applicant, f.due_at, f.facts ->> 'kind' as kind, f.facts ->> 'reported' as reported,
             coalesce(f.facts ->> 'confidential' = 'true', false) as confidential,
             coalesce(f.facts ->> 'anonymous' = 'true', false) as anonymous,
             (select coalesce(sum(n.times::integer), 0)
                from jsonb_path_query(f.hands, '$.*.keyvalue() ? (@.key starts with "return").value')
                     as n (times)) as returned
        from cases.case_file f
      """;

  /** Few matters report a unit: these are looked up once, by an index of their own. */
  private static final String KEPT =
      """
       and f.id <> all (array(
         select k.id from cases.case_file k
          where k.district = :district and k.facts ->> 'reported' is not null
            and k.facts ->> 'reported' = any(:keptFrom)))
      """;

  /** Ordered as the index of kinds is. */
  private static final String KIND = " and f.facts ->> 'kind' = :kind";

  /** All open matters, in the order of one index. */
  private static final String OPEN =
      COLUMNS + " where f.district = :district and f.closed_at is null";

  /**
   * Open matters by owner, state or unit: the owners and states there are, a hop each; then of each
   * the next few, a range of the index each; then the nearest of these.
   */
  private static final String FILTERED =
      """
      with recursive pair as (
        (select f.owner, f.state from cases.case_file f
          where f.district = :district and f.closed_at is null {unit}
          order by f.owner, f.state limit 1)
        union all
        select n.owner, n.state from pair p cross join lateral (
          select f.owner, f.state from cases.case_file f
           where f.district = :district and f.closed_at is null {unit}
             and (f.owner, f.state) > (p.owner, p.state)
           order by f.owner, f.state limit 1) n
      ), page as (
        select n.due_at, n.id from pair p cross join lateral (
          select f.due_at, f.id from cases.case_file f
           where f.district = :district and f.closed_at is null {unit}
             and f.owner = p.owner and f.state = p.state {range}) n
         where (cast(:state as text) is null or p.state = :state)
           and (cast(:owner as text) is null or p.owner = :owner)
         order by n.due_at, n.id limit :limit
      )
      """
          + COLUMNS
          + " join page on page.id = f.id where f.district = :district order by f.due_at, f.id";

  /** Matters by what they hold; closed ones too. */
  private static final String SEARCH =
      COLUMNS
          + """
           where f.district = :district
             and (f.number = upper(:q) or f.code = upper(replace(:q, '-', ''))
                  or position(lower(:q) in lower(f.title)) > 0)
          """;

  private static final String FEW = " order by f.closed_at is not null, f.due_at, f.opened_at desc";

  /** Some matters by id; what is open first, then by what runs out next. */
  public static final String OF_IDS =
      COLUMNS + " where f.district = :district and f.id = any(:ids)" + FEW + " limit :limit";

  /** What some people raised, the newest first. */
  public static final String RAISED =
      """
      select id from cases.case_file
       where district = :district and applicant = any(:people) and (opened_at, id) < (:at, :id)
       order by opened_at desc, id desc limit :limit
      """;

  /** What some people raised, in the same order. */
  public static final String OF_PEOPLE =
      COLUMNS + " where f.district = :district and f.applicant = any(:ids)" + FEW + " limit :limit";

  private static final String BEFORE = " and f.due_at < :before";

  private static final String DUE_NEXT =
      " and (f.due_at, f.id) > (:due, :id) order by f.due_at, f.id limit :limit";

  /** Ordered as the indexes of open matters are, so that these and no other are read. */
  private static final String UNDUE_NEXT =
      " and f.due_at is null and f.id > :id order by f.due_at, f.id limit :limit";

  /** Of all matters; the closed ones stand in no index of due moments. */
  private static final String ANY_NEXT =
      " and f.due_at is null and f.id > :id order by f.id limit :limit";

  private ListSql() {}

  /**
   * What a list is asked for.
   *
   * @param unit only one unit's
   * @param state only in one state
   * @param owner only where one part moves next
   * @param nearest those with a due moment, by it; else those without, by id
   * @param before only those that run out before a moment
   * @param kind only those of one kind
   * @param kept without those that are kept from some units
   */
  public record Asked(
      boolean unit,
      boolean state,
      boolean owner,
      boolean nearest,
      boolean before,
      boolean kind,
      boolean kept) {

    /**
     * The statement.
     *
     * @param text whether it must hold a text; closed matters are listed too then
     * @param found whether the few that may hold it are known
     */
    public String statement(boolean text, boolean found) {
      return text ? search(found) : list();
    }

    private String list() {
      if (kind || (!unit && !state && !owner)) {
        return OPEN + (kind ? KIND + filters() : "") + sieve() + range();
      }
      return FILTERED
          .replace("{unit}", unit ? " and f.unit = :unit" : "")
          .replace("{range}", sieve() + range());
    }

    private String filters() {
      return (unit ? " and f.unit = :unit" : "")
          + (state ? " and f.state = :state" : "")
          + (owner ? " and f.owner = :owner" : "");
    }

    private String sieve() {
      return kept ? KEPT : "";
    }

    private String search(boolean found) {
      return SEARCH
          + (found ? " and f.id = any(:found)" : "")
          // only open matters have a due moment, and only they stand in the index of due moments
          + (nearest ? " and f.closed_at is null" : "")
          + filters()
          + (kind ? KIND : "")
          + sieve()
          + (nearest ? until() + DUE_NEXT : ANY_NEXT);
    }

    private String range() {
      return nearest ? until() + DUE_NEXT : UNDUE_NEXT;
    }

    private String until() {
      return before ? BEFORE : "";
    }
  }
}
