package org.bihuan.loop.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.foundation.people.Registration;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.cases.Move;
import org.bihuan.loop.cases.Opening;
import org.jspecify.annotations.Nullable;

/** Puts the person on file and opens the matter; if it may not be opened, neither is stored. */
public final class Taking implements Errand {

  private final CaseId file;
  private final Supplier<Registration> person;
  private final Function<UUID, Opening> opening;
  private volatile @Nullable Filed filed;

  Taking(CaseId file, Supplier<Registration> person, Function<UUID, Opening> opening) {
    this.file = file;
    this.person = person;
    this.opening = opening;
  }

  @Override
  public CaseId file() {
    return file;
  }

  @Override
  public Optional<Move> ready() {
    return switch (person.get()) {
      case Registration.Registered(var id, var known) -> Optional.of(opening.apply(id));
      case Registration.Rejected(var errors) -> {
        filed = new Filed.Faulty(errors);
        yield Optional.empty();
      }
    };
  }

  @Override
  public boolean decided(@Nullable Decision decision) {
    return switch (decision) {
      case null -> false;
      case Decision.Accepted(var view) -> {
        filed = new Filed.Taken(view);
        yield true;
      }
      case Decision.Refused refused -> {
        filed = new Filed.Refused(refused.refusal());
        yield false;
      }
    };
  }

  /** What became of it; known after it was run. */
  public Filed filed() {
    var came = filed;
    if (came == null) {
      throw new IllegalStateException("the filing was not run");
    }
    return came;
  }
}
