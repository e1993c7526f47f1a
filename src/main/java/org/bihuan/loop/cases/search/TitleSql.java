package org.bihuan.loop.cases.search;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of the search by title. */
@Component
class TitleSql {

  /** What the follower has not come to yet is taken as it is: it is little, and soon less. */
  private static final String HOLDING =
      """
      (select w.case_id from cases.case_words w
        where w.district = :district and w.words @@ cast(:query as tsquery)
        limit :limit)
      union all
      (select e.case_id
         from cases.lane l
         left join cases.follower c
           on c.district = l.district and c.lane = l.lane and c.name = :follower
        cross join lateral (
          select n.case_id from cases.case_entry n
           where n.district = l.district and n.lane = l.lane
             and n.position > coalesce(c.position, 0) and n.version = 1
           order by n.position limit :limit) e
        where l.district = :district
        limit :limit)
      """;

  private static final String ADD =
      """
      insert into cases.case_words (district, case_id, words)
      select :district, a.id, cast(a.words as tsvector)
        from unnest(cast(:ids as uuid[]), cast(:words as text[])) as a (id, words)
      on conflict on constraint case_words_pk do nothing
      """;

  private final JdbcClient jdbc;
  private final int district;

  TitleSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  List<UUID> holding(String query, int limit) {
    return jdbc.sql(HOLDING)
        .param("district", district)
        .param("query", query)
        .param("follower", TitleFollower.NAME)
        .param("limit", limit)
        .query((row, n) -> Objects.requireNonNull(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** Keeps the words of matters; those that are kept already stay as they are. */
  void add(Collection<UUID> ids, Collection<String> words) {
    jdbc.sql(ADD)
        .param("district", district)
        .param("ids", ids.toArray(UUID[]::new))
        .param("words", words.toArray(String[]::new))
        .update();
  }
}
