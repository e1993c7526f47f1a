package org.bihuan.services.grids;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.services.grids.GridPost.Outcome;
import org.bihuan.services.grids.GridPost.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after which grid. A grid has one holder; the next one takes it from the last. */
@Component
public class Posts {

  private final PostSql sql;
  private final Places places;
  private final Staff staff;
  private final Clock clock;

  Posts(PostSql sql, Places places, Staff staff, Clock clock) {
    this.sql = sql;
    this.places = places;
    this.staff = staff;
    this.clock = clock;
  }

  /** Gives a grid to a worker; whoever held it before holds it no more. */
  @Transactional
  public Outcome give(String grid, String login, String phone, Actor actor) {
    if (places.grid(grid).isEmpty()) {
      return new Outcome.Refused(Refusal.GRID_UNKNOWN);
    }
    var worker = staff.find(login).filter(Posts::walks);
    if (worker.isEmpty()) {
      return new Outcome.Refused(Refusal.STAFF_UNKNOWN);
    }
    var number = phone.strip();
    if (!number.matches("[0-9][0-9 -]{3,18}[0-9]")) {
      return new Outcome.Refused(Refusal.PHONE_FORM);
    }
    var now = clock.instant();
    sql.endOf(grid, actor.id(), now);
    var post = new GridPost(Uuid7.next(clock), grid, worker.get().id(), number, now);
    return sql.add(post, actor.id()) ? new Outcome.Done() : new Outcome.Refused(Refusal.CHANGED);
  }

  private static boolean walks(StaffMember member) {
    return member.active() && member.roles().contains(Role.GRID_WORKER);
  }

  /** Ends a post; the grid is nobody's until it is given again. */
  @Transactional
  public Outcome end(UUID id, Actor actor) {
    return sql.end(id, actor.id(), clock.instant())
        ? new Outcome.Done()
        : new Outcome.Refused(Refusal.UNKNOWN);
  }

  /** Every post that is held, by the code of its grid. */
  @Transactional(readOnly = true)
  public Map<String, GridPost> held() {
    var held = new LinkedHashMap<String, GridPost>();
    sql.held().forEach(post -> held.put(post.grid(), post));
    return held;
  }

  /** The posts somebody holds; a deputy those of whom they stand for. */
  @Transactional(readOnly = true)
  public List<GridPost> of(Actor actor) {
    return sql.of(actor.standsFor() == null ? actor.id() : actor.standsFor());
  }

  /** Grid workers in office, by name. */
  @Transactional(readOnly = true)
  public List<StaffMember> workers() {
    return staff.all().stream().filter(Posts::walks).toList();
  }
}
