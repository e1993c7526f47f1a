package org.bihuan.loop.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Registration;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Errand;
import org.bihuan.loop.cases.Opening;
import org.jspecify.annotations.Nullable;

/** Puts the person on file and opens the matter; if it may not be opened, neither is stored. */
public final class Taking implements Errand {

  private final CaseId file;
  private final People people;
  private final @Nullable ApplicantForm form;
  private final Function<UUID, Opening> opening;
  private volatile @Nullable Registration registered;
  private volatile @Nullable Filed filed;

  /**
   * A taking.
   *
   * @param form who raises it; absent for somebody who gives no name: nobody is put on file then
   */
  Taking(
      CaseId file, People people, @Nullable ApplicantForm form, Function<UUID, Opening> opening) {
    this.file = file;
    this.people = people;
    this.form = form;
    this.opening = opening;
  }

  @Override
  public CaseId file() {
    return file;
  }

  /** Those who come with somebody to be put on file. */
  private static final class Arrivals implements Errand.Share {

    private final People people;
    private final Map<Taking, ApplicantForm> forms = new LinkedHashMap<>();

    Arrivals(People people) {
      this.people = people;
    }

    @Override
    public void before() {
      var registered = people.register(List.copyOf(forms.values())).iterator();
      forms.keySet().forEach(taking -> taking.registered = registered.next());
    }
  }

  @Override
  public void join(Errand.Together round) {
    registered = null;
    if (form != null) {
      round.share(Arrivals.class, () -> new Arrivals(people)).forms.put(this, form);
    }
  }

  @Override
  public Optional<Errand.Move> ready() {
    if (form == null) {
      return Optional.of(opening.apply(UUID.randomUUID()));
    }
    return switch (Objects.requireNonNull(registered, "it has not joined a round")) {
      case Registration.Registered(var person, var known) -> Optional.of(opening.apply(person));
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
