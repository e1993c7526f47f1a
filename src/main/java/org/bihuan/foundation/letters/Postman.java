package org.bihuan.foundation.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries what was written. A try is counted and leased in one transaction, made outside of any,
 * and its outcome written in another: a crash in between costs a try, never a letter, and the
 * letter's id lets the other side see that it comes again.
 */
@Component
class Postman {

  private static final System.Logger LOG = System.getLogger(Postman.class.getName());
  private static final int BATCH = 50;
  private static final int LONGEST_FAULT = 300;

  private final LetterSql sql;
  private final LetterSettings settings;
  private final AddressBook addresses;
  private final List<Carrier> carriers;
  private final Clock clock;

  Postman(
      LetterSql sql,
      LetterSettings settings,
      AddressBook addresses,
      List<Carrier> carriers,
      Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.addresses = addresses;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${bihuan.letters.every:2s}", initialDelayString = "10s")
  void run() {
    var attempt = new FutureTask<>(this::round, true);
    attempt.run();
    if (attempt.state() == Future.State.FAILED) {
      LOG.log(System.Logger.Level.WARNING, "letters wait", attempt.exceptionNow());
    }
  }

  private void round() {
    var now = clock.instant();
    if (LetterRules.loud(settings, now).isAfter(now)) {
      return;
    }
    var due = sql.claim(now, now.plus(settings.lease()), BATCH);
    due.stream()
        .sorted(Comparator.comparing((LetterSql.Addressed one) -> one.letter().id()))
        .forEach(this::carry);
  }

  private void carry(LetterSql.Addressed due) {
    var letter = due.letter();
    var address = addresses.find(due.person(), letter.way());
    var carrier = carriers.stream().filter(c -> c.way() == letter.way()).findFirst();
    if (address.isEmpty() || carrier.isEmpty()) {
      note(letter, new Carrier.Carried.Failed("no address or no carrier", true), null);
      return;
    }
    var to = address.get();
    var outgoing = new Carrier.Outgoing(letter.id(), to.full(), letter.title(), letter.words());
    note(letter, handed(carrier, outgoing), to.masked());
  }

  private static Carrier.Carried handed(Optional<Carrier> carrier, Carrier.Outgoing outgoing) {
    var attempt = new FutureTask<>(() -> carrier.orElseThrow().carry(outgoing));
    attempt.run();
    return attempt.state() == Future.State.SUCCESS
        ? attempt.resultNow()
        : new Carrier.Carried.Failed(attempt.exceptionNow().getClass().getSimpleName(), false);
  }

  private void note(Letter letter, Carrier.Carried carried, @Nullable String masked) {
    switch (carried) {
      case Carrier.Carried.Handed _ -> sql.sent(letter, clock.instant(), masked);
      case Carrier.Carried.Failed(var why, var lasting) -> {
        var fault = why.substring(0, Math.min(LONGEST_FAULT, why.length()));
        sql.failed(letter, fault, masked, lasting ? null : next(letter.post().tries()));
      }
    }
  }

  private @Nullable Instant next(int tries) {
    Duration pause = LetterRules.pause(settings, tries);
    return tries >= settings.tries() ? null : clock.instant().plus(pause);
  }
}
