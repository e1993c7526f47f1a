package org.bihuan.portal.views;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what leaves the house as a file, before it leaves. */
@Component
public class Exports {

  private final ViewSql sql;
  private final Clock clock;

  Exports(ViewSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A file somebody took: what was asked for and which matters are in it. */
  record Taken(UUID id, UUID staff, Instant at, String asked, List<String> numbers) {}

  /** Writes a file down; its id stands in the file's name. */
  @Transactional
  public UUID taken(Actor actor, String asked, List<String> numbers) {
    var id = Uuid7.next(clock);
    sql.exported(new Taken(id, actor.id(), clock.instant(), asked, numbers));
    return id;
  }
}
