package org.bihuan.portal.views;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.portal.views.View.Outcome;
import org.bihuan.portal.views.View.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists each member of the staff keeps for themselves, also in a colleague's seat. */
@Component
public class Views {

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_WORDS = 200;

  private final ViewSql sql;
  private final Clock clock;

  Views(ViewSql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What a member keeps, in the order it was kept. */
  @Transactional(readOnly = true)
  public List<View> of(Actor owner) {
    return sql.of(owner.id());
  }

  /** Keeps a list under a name; as the first one if that is wanted. */
  @Transactional
  public Outcome keep(
      Actor owner, String name, View.Asked asked, List<String> columns, boolean first) {
    var clean = name.strip();
    var refusal = refusal(owner, clean, asked);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    var slot = sql.freeSlot(owner.id());
    if (slot.isEmpty()) {
      return new Outcome.Refused(Refusal.TOO_MANY);
    }
    var view = new View(Uuid7.next(clock), clean, asked, columns, first);
    if (!sql.add(owner.id(), slot.get(), view, clock.instant())) {
      return new Outcome.Refused(Refusal.NAME_TAKEN);
    }
    if (first) {
      sql.first(owner.id(), view.id());
    }
    return new Outcome.Kept(view);
  }

  private Optional<Refusal> refusal(Actor owner, String name, View.Asked asked) {
    int length = name.codePointCount(0, name.length());
    if (length < 1 || length > LONGEST_NAME || name.codePoints().anyMatch(Views::unseen)) {
      return Optional.of(Refusal.NAME_FORM);
    }
    var q = asked.q();
    if (q != null && q.length() > LONGEST_WORDS) {
      return Optional.of(Refusal.ASKED_TOO_LONG);
    }
    return sql.named(owner.id(), name) ? Optional.of(Refusal.NAME_TAKEN) : Optional.empty();
  }

  private static boolean unseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  /** Deletes a view of the owner's; one that is gone already is no fault. */
  @Transactional
  public void drop(Actor owner, UUID id) {
    sql.drop(owner.id(), id);
  }

  /** From now on the owner's desk opens with this view; with none if it is not theirs. */
  @Transactional
  public void first(Actor owner, UUID id) {
    sql.first(owner.id(), id);
  }
}
