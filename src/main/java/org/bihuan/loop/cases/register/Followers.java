package org.bihuan.loop.cases.register;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings every follower up to the end of every lane, again and again. */
@Component
class Followers {

  private static final System.Logger LOG = System.getLogger(Followers.class.getName());
  private static final int BATCH = 500;

  private final CursorSql cursors;
  private final TransactionTemplate transaction;
  private final List<Follower> followers;

  Followers(CursorSql cursors, PlatformTransactionManager transactions, List<Follower> followers) {
    this.cursors = cursors;
    this.transaction = new TransactionTemplate(transactions);
    this.followers = List.copyOf(followers);
  }

  @Scheduled(fixedDelayString = "${bihuan.followers.every:500ms}")
  void run() {
    for (var follower : followers) {
      attempt(follower.name(), () -> catchUp(follower));
    }
  }

  private void catchUp(Follower follower) {
    for (int lane : cursors.behind(follower.name())) {
      attempt(follower.name() + " in lane " + lane, () -> catchUp(follower, lane));
    }
  }

  private void catchUp(Follower follower, int lane) {
    while (step(follower, lane)) {
      // the next batch
    }
  }

  /** A follower that fails holds up one lane of its own and nobody else, and is tried again. */
  private static void attempt(String what, Runnable work) {
    Attempt.at(work)
        .ifPresent(e -> LOG.log(System.Logger.Level.ERROR, "follower waits: " + what, e));
  }

  private boolean step(Follower follower, int lane) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                cursors
                    .next(follower.name(), lane, BATCH)
                    .map(unread -> follow(follower, unread))
                    .orElse(false)));
  }

  /** Tells whether there may be more. */
  private boolean follow(Follower follower, CursorSql.Unread unread) {
    follower.follow(unread.entries().stream().map(Written::entry).toList());
    cursors.seen(unread);
    return unread.entries().size() == BATCH;
  }
}
