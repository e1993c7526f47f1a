package org.bihuan.loop.voice;

import java.util.Collection;
import org.bihuan.foundation.access.entry.Visits;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.letters.Letters;
import org.bihuan.foundation.people.PersonalFile;
import org.bihuan.loop.cases.CaseView;
import org.springframework.stereotype.Component;

/** What a person leaves beside their names and numbers: letters, files they gave, sign-ins. */
@Component
final class Traces {

  private final Letters letters;
  private final Evidence evidence;
  private final Visits visits;

  Traces(Letters letters, Evidence evidence, Visits visits) {
    this.letters = letters;
    this.evidence = evidence;
    this.visits = visits;
  }

  /** Forgets all of it; in the caller's transaction. */
  void forget(PersonalFile data, Collection<CaseView> matters) {
    letters.forget(data.person().id());
    evidence.forget(matters.stream().map(file -> file.identity().id().value()).toList());
    data.contacts().forEach(contact -> visits.forget(contact.phone().digits()));
  }
}
