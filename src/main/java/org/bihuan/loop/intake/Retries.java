package org.bihuan.loop.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.foundation.shared.Sha256;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.intake.RetrySql.Kept;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes retries safe: the key, the effect and the answer commit together. Only what was done is
 * kept; a refused request leaves no trace and may be corrected and sent again with the same key.
 */
@Component
public class Retries {

  /** How long an answer is kept; a citizen may be offline for weeks. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final RetrySql sql;
  private final Cases cases;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retries(RetrySql sql, Cases cases, PlatformTransactionManager transactions, Clock clock) {
    this.sql = sql;
    this.cases = cases;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What a request is known by.
   *
   * @param actor whose key it is: the same key of another actor is another request
   * @param key 1 to 128 characters chosen by the sender
   * @param asked everything that makes the request what it is: operation and body
   */
  public record Request(UUID actor, String key, String asked) {}

  /**
   * An answer to keep.
   *
   * @param status HTTP status; 2xx is kept, anything else undoes the transaction
   * @param body what is sent
   */
  public record Answer(int status, String body) {

    boolean done() {
      return status >= 200 && status < 300;
    }
  }

  /** What came of a request. */
  public sealed interface Outcome {

    /** The effect was tried now. */
    record Fresh(Answer answer) implements Outcome {}

    /** The same request was answered before; nothing was done again. */
    record Replayed(Answer answer) implements Outcome {}

    /** The key was used for another request; nothing was done. */
    record KeyReused() implements Outcome {}
  }

  /** Does the work in a transaction, once for each key. */
  public Outcome once(Request request, Supplier<Answer> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var print = Sha256.of(request.asked());
              if (!sql.claim(request.actor(), request.key(), print, clock.instant())) {
                return known(request, print);
              }
              var answer = work.get();
              if (answer.done()) {
                sql.keep(request.actor(), request.key(), answer);
              } else {
                status.setRollbackOnly();
              }
              return new Outcome.Fresh(answer);
            }),
        "a transaction gave no outcome");
  }

  /**
   * Has an errand run in a round with others, once for each key; the key and the answer are stored
   * with it, last of all: whoever finds the key there by then has done nothing.
   *
   * @param answer what to answer after the errand was decided; called inside the transaction
   */
  public Outcome once(Request request, Errand errand, Supplier<Answer> answer) {
    var print = Sha256.of(request.asked());
    return kept(request, print)
        .orElseGet(
            () -> {
              var keyed = new KeyedErrand(request, print, errand, answer, this::keys);
              cases.run(keyed);
              var came = keyed.outcome();
              return came == null ? known(request, print) : came;
            });
  }

  private KeyedErrand.Keys keys() {
    return new KeyedErrand.Keys(sql, clock);
  }

  private Outcome known(Request request, byte[] print) {
    return kept(request, print)
        .orElseThrow(() -> new IllegalStateException("a key was used and is not kept"));
  }

  /** What a key was used for; empty if it is new. */
  private Optional<Outcome> kept(Request request, byte[] print) {
    return sql.find(request.actor(), request.key()).map(kept -> outcome(kept, print));
  }

  private static Outcome outcome(Kept kept, byte[] print) {
    if (!Arrays.equals(kept.fingerprint(), print)) {
      return new Outcome.KeyReused();
    }
    if (kept.answer() == null) {
      throw new IllegalStateException("a key was used inside its own transaction");
    }
    return new Outcome.Replayed(kept.answer());
  }

  @Scheduled(fixedDelayString = "${bihuan.retries.sweep-every:1h}", initialDelayString = "1m")
  void sweep() {
    sql.forgetBefore(clock.instant().minus(KEPT));
  }
}
