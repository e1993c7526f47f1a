package org.bihuan.loop.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A move with what belongs to it and must be stored with it or not at all: the key of a request,
 * the person who is put on file. All methods are called inside the transaction, in this order, and
 * again from the beginning if the transaction is done again. What came of it is read from the
 * errand after {@link Cases#run} returns.
 */
public interface Errand {

  /** Something that makes a matter or moves it. */
  sealed interface Move permits Act, Opening {

    /** The matter. */
    CaseId file();
  }

  /** The matter; errands of one matter keep their order. */
  CaseId file();

  /** Joins those of the round with whom something is stored in one go; most have nothing such. */
  default void join(Together round) {}

  /** Stores what comes before the move, and says which it is; empty if there is nothing to move. */
  Optional<Move> ready();

  /**
   * Stores what comes after the move.
   *
   * @param decision what became of it; absent if there was none
   * @return false if nothing of this errand may be stored
   */
  boolean decided(@Nullable Decision decision);

  /** What errands of a round store in one go, where each alone would need a statement. */
  interface Share {

    /** Stores what comes before the first move; all errands have joined. */
    default void before() {}

    /**
     * Stores what comes after the last move.
     *
     * @return false if nothing of one of its errands may be stored
     */
    default boolean after() {
      return true;
    }
  }

  /** The shares of one round. */
  final class Together implements Share {

    private final Map<Class<?>, Share> shares = new LinkedHashMap<>();

    /** The share of this kind, which a round has once. */
    public <S extends Share> S share(Class<S> kind, Supplier<S> made) {
      return kind.cast(shares.computeIfAbsent(kind, _ -> made.get()));
    }

    @Override
    public void before() {
      shares.values().forEach(Share::before);
    }

    @Override
    public boolean after() {
      return shares.values().stream().map(Share::after).reduce(true, Boolean::logicalAnd);
    }
  }
}
