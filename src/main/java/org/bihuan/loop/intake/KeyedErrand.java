package org.bihuan.loop.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.intake.Retries.Answer;
import org.bihuan.loop.intake.Retries.Outcome;
import org.bihuan.loop.intake.Retries.Request;
import org.jspecify.annotations.Nullable;

/** An errand that is done only if its key is new; the key and the answer are stored with it. */
final class KeyedErrand implements Errand {

  private final Request request;
  private final byte[] print;
  private final Errand errand;
  private final Supplier<Answer> answer;
  private final Supplier<Keys> made;
  private volatile @Nullable Keys keys;
  private volatile @Nullable Outcome outcome;

  /**
   * An errand with its key.
   *
   * @param print digest of what was asked
   * @param answer what to answer after the errand was decided
   * @param made the keys of a round that has none yet
   */
  KeyedErrand(
      Request request, byte[] print, Errand errand, Supplier<Answer> answer, Supplier<Keys> made) {
    this.request = request;
    this.print = print;
    this.errand = errand;
    this.answer = answer;
    this.made = made;
  }

  @Override
  public CaseId file() {
    return errand.file();
  }

  @Override
  public void join(Errand.Together round) {
    outcome = null;
    keys = round.share(Keys.class, made);
    errand.join(round);
  }

  @Override
  public Optional<Errand.Move> ready() {
    return errand.ready();
  }

  @Override
  public boolean decided(@Nullable Decision decision) {
    boolean keep = errand.decided(decision);
    var given = answer.get();
    outcome = new Outcome.Fresh(given);
    if (!given.done()) {
      return false;
    }
    Objects.requireNonNull(keys, "it has not joined a round")
        .given
        .put(this, new RetrySql.Given(request, print, given));
    return keep;
  }

  /** What came of it; absent if the key was kept by then, and nothing was done. */
  @Nullable Outcome outcome() {
    return outcome;
  }

  /** The keys of a round, stored last of all; whoever finds theirs kept by then stores nothing. */
  static final class Keys implements Errand.Share {

    private final RetrySql sql;
    private final Clock clock;
    private final Map<KeyedErrand, RetrySql.Given> given = new LinkedHashMap<>();

    Keys(RetrySql sql, Clock clock) {
      this.sql = sql;
      this.clock = clock;
    }

    @Override
    public boolean after() {
      var kept = sql.put(given.values(), clock.instant());
      var late = new ArrayList<>(given.keySet());
      late.removeIf(keyed -> kept.remove(RetrySql.Name.of(keyed.request)));
      late.forEach(keyed -> keyed.outcome = null);
      return late.isEmpty();
    }
  }
}
