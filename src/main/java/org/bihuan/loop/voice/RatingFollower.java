package org.bihuan.loop.voice;

import java.util.List;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Keeps what people said, entry by entry; who was asked and said nothing is kept apart. */
@Component
class RatingFollower implements Follower {

  private final VoiceSql sql;
  private final List<String> ratingActs;

  RatingFollower(VoiceSql sql, Procedures procedures) {
    this.sql = sql;
    this.ratingActs =
        procedures.all().stream()
            .flatMap(p -> p.acts().values().stream())
            .filter(a -> a.has(ActRule.Flag.RATES))
            .map(ActRule::id)
            .distinct()
            .toList();
  }

  @Override
  public String name() {
    return "voice-ratings";
  }

  @Override
  public void follow(List<Entry> entries) {
    entries.stream().filter(e -> ratingActs.contains(e.act())).forEach(this::keep);
  }

  private void keep(Entry entry) {
    var data = entry.content().data();
    int grade = data == null ? 0 : data.path("facts").path("rating").asInt(0);
    sql.keep(entry, grade == 0 ? null : grade);
  }
}
