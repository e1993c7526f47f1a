package org.bihuan.loop.cases.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.springframework.stereotype.Component;

/** Keeps the words of the titles of matters as they are opened; a title never changes. */
@Component
class TitleFollower implements Follower {

  static final String NAME = "cases-titles";

  private final TitleSql sql;

  TitleFollower(TitleSql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What was lawfully erased before it was followed has no title to find. */
  @Override
  public void follow(List<Entry> entries) {
    var words = new LinkedHashMap<UUID, String>();
    for (var entry : entries) {
      var data = entry.content().data();
      var title = data == null ? "" : data.path("opened").path("title").asString("");
      if (!title.isEmpty()) {
        words.put(entry.caseId(), Bigrams.stored(words(title)));
      }
    }
    if (!words.isEmpty()) {
      sql.add(words.keySet(), words.values());
    }
  }

  private static List<String> words(String title) {
    return Stream.concat(Bigrams.of(title).stream(), Initials.words(title).stream()).toList();
  }
}
