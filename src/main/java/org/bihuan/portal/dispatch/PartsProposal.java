package org.bihuan.portal.dispatch;

import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.stereotype.Component;

/**
 * Where the way goes after an act: to asking those the duty list names to help, if it names any.
 */
@Component
public class PartsProposal {

  private final Parts parts;

  PartsProposal(Parts parts) {
    this.parts = parts;
  }

  /** The page to go to, as a path. */
  public String next(CaseView after, ActRule rule, Actor actor) {
    var page = "/desk/cases/" + after.identity().number().value();
    boolean asks =
        rule.has(ActRule.Flag.ASSIGNS)
            && (actor.is(Role.DISPATCHER) || actor.is(Role.LEADER))
            && parts.proposes(after);
    return asks ? page + "/parts" : page;
  }
}
