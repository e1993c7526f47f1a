package org.bihuan.loop.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.loop.cases.rounds.Carried;
import org.bihuan.loop.cases.rounds.Rounds;
import org.bihuan.loop.cases.rounds.RoundsRoom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings moves into a transaction: the caller's, one of their own, or a round with others. */
@Component
final class Moving implements DisposableBean {

  private final Deciding deciding;
  private final TransactionTemplate transaction;
  private final Rounds<Errand> rounds;

  Moving(Deciding deciding, PlatformTransactionManager transactions, RoundsRoom room) {
    this.deciding = deciding;
    this.transaction = new TransactionTemplate(transactions);
    this.rounds = room.open(this::carry);
  }

  /** True inside a caller's transaction. */
  static boolean joins() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  List<Decision> decide(List<? extends Errand.Move> moves) {
    var decided = transaction.execute(status -> deciding.decide(moves).decisions());
    return decided == null ? List.of() : decided;
  }

  void recount(Collection<CaseId> ids, WorkCalendar calendar) {
    deciding.recount(ids, calendar);
  }

  void run(Errand errand) {
    if (!joins()) {
      rounds.carry(errand.file().lane(), errand);
    } else if (carry(List.of(errand)).undo()) {
      transaction.executeWithoutResult(status -> status.setRollbackOnly());
    }
  }

  private Carried carry(List<Errand> errands) {
    var together = new Errand.Together();
    errands.forEach(errand -> errand.join(together));
    together.before();
    var moves = new ArrayList<Errand.Move>();
    var moving = new ArrayList<Errand>();
    boolean keep = true;
    for (var errand : errands) {
      var move = errand.ready();
      if (move.isEmpty()) {
        keep &= errand.decided(null);
      } else {
        moves.add(move.get());
        moving.add(errand);
      }
    }
    var decided = moves.isEmpty() ? null : deciding.decide(moves);
    if (decided != null) {
      for (int i = 0; i < moving.size(); i++) {
        keep &= moving.get(i).decided(decided.decisions().get(i));
      }
    }
    keep &= together.after();
    return new Carried(decided == null ? null : decided.trace(), !keep);
  }

  /** A move that nothing else belongs to. */
  static final class Single implements Errand {

    private final Errand.Move move;
    private volatile @Nullable Decision decision;

    Single(Errand.Move move) {
      this.move = move;
    }

    @Override
    public CaseId file() {
      return move.file();
    }

    @Override
    public Optional<Errand.Move> ready() {
      return Optional.of(move);
    }

    @Override
    public boolean decided(@Nullable Decision made) {
      decision = made;
      return true;
    }

    Decision decision() {
      var made = decision;
      if (made == null) {
        throw new IllegalStateException("a round ended without a decision");
      }
      return made;
    }
  }

  @Override
  public void destroy() {
    rounds.close();
  }
}
