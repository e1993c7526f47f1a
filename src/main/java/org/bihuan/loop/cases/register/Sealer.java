package org.bihuan.loop.cases.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs a checkpoint of each lane that grew, every few seconds. */
@Component
class Sealer {

  private static final System.Logger LOG = System.getLogger(Sealer.class.getName());
  private static final String CURSOR = "sealer";
  private static final int BATCH = 5000;

  private final RegisterSql sql;
  private final CursorSql cursors;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SealKey key;

  Sealer(
      RegisterSql sql,
      CursorSql cursors,
      PlatformTransactionManager transactions,
      Clock clock,
      Settings settings) {
    this.sql = sql;
    this.cursors = cursors;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.key = SealKey.readOrMake(settings.keyFile());
  }

  /**
   * Where the signing key lives.
   *
   * @param keyFile made on first start; keep a copy elsewhere
   */
  @ConfigurationProperties("bihuan.register")
  record Settings(@DefaultValue("data/register.key") Path keyFile) {}

  @Scheduled(fixedDelayString = "${bihuan.sealer.every:3s}")
  void run() {
    attempt("all lanes", () -> cursors.behind(CURSOR).forEach(this::seal));
  }

  /** A lane that cannot be sealed holds up no other. */
  private void seal(int lane) {
    attempt(
        "lane " + lane,
        () ->
            transaction.executeWithoutResult(
                status -> cursors.next(CURSOR, lane, BATCH).ifPresent(this::seal)));
  }

  private static void attempt(String what, Runnable work) {
    Attempt.at(work)
        .ifPresent(e -> LOG.log(System.Logger.Level.WARNING, "a seal waits: " + what, e));
  }

  private void seal(CursorSql.Unread unread) {
    int lane = unread.lane();
    var tree =
        sql.lastSeal(lane).map(s -> new Merkle(s.size(), s.frontier())).orElseGet(Merkle::new);
    if (tree.size() != unread.from()) {
      LOG.log(System.Logger.Level.ERROR, "checkpoints of lane {0} are gone or forged", lane);
      return;
    }
    unread.entries().forEach(w -> tree.add(w.digest()));
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var bytes = Seal.signed(sql.district(), lane, tree.size(), tree.root(), at);
    sql.add(
        new Seal(lane, tree.size(), tree.root(), tree.stored(), at, key.open(), key.sign(bytes)));
    cursors.seen(unread);
  }
}
