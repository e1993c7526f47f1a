package org.bihuan.loop.sight;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.reveals.Reveals;
import org.bihuan.foundation.people.reveals.Reveals.Field;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.foundation.policy.Sight;
import org.bihuan.loop.cases.CaseView;
import org.springframework.stereotype.Component;

/**
 * Decides who is shown a person's values in full: somebody with a right and with work on the
 * matter, for a reason, and only what their part needs. The log row is written with the answer.
 */
@Component
public class Revealing {

  /** The row of the table that both ways of asking keep. */
  public static final String ROUTE = "POST /desk/cases/{number}/reveal";

  private final Sights sights;
  private final Policy policy;
  private final Reveals reveals;

  Revealing(Sights sights, Policy policy, Reveals reveals) {
    this.sights = sights;
    this.policy = policy;
    this.reveals = reveals;
  }

  /** True if the actor may be shown something of this matter's person now. */
  public boolean may(Actor actor, CaseView file) {
    return sights.of(ROUTE, actor, file) == Sight.ALLOW && sights.names(actor, file);
  }

  /** What the actor's parts may be shown. */
  public Set<Field> fields(Actor actor) {
    var named = policy.reveals(actor);
    var fields = EnumSet.noneOf(Field.class);
    Arrays.stream(Field.values()).filter(f -> named.contains(f.code())).forEach(fields::add);
    return fields;
  }

  /**
   * Shows the values and logs it, or says why not.
   *
   * @param from the address of the machine that asks
   */
  public Revealed reveal(
      Actor actor, CaseView file, Set<Field> fields, String reason, String from) {
    var refusal = refusal(actor, file, fields, reason.strip());
    if (refusal != null) {
      return new Revealed.Refused(refusal);
    }
    var unit = actor.unit() == null ? "" : actor.unit();
    var number = file.identity().number().value();
    var asked =
        new Reveals.Asked(
            file.subject().applicant(), number, actor.id(), unit, fields, reason.strip(), from);
    return reveals
        .reveal(asked)
        .<Revealed>map(Revealed.Shown::new)
        .orElseGet(() -> new Revealed.Refused(RevealRefusal.NOT_ON_FILE));
  }

  private @org.jspecify.annotations.Nullable RevealRefusal refusal(
      Actor actor, CaseView file, Set<Field> fields, String reason) {
    if (!may(actor, file)) {
      return RevealRefusal.NOT_YOURS;
    }
    if (fields.isEmpty() || !fields(actor).containsAll(fields)) {
      return RevealRefusal.NO_FIELD;
    }
    int length = reason.codePointCount(0, reason.length());
    var allowed = policy.reason();
    return length < allowed.least() || length > allowed.most() ? RevealRefusal.REASON_LENGTH : null;
  }
}
