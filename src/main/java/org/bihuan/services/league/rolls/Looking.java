package org.bihuan.services.league.rolls;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.Rulebook;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisations;
import org.springframework.stereotype.Component;

/** Looks through a roll; the same file comes to the same every time. */
@Component
final class Looking {

  private final FieldSeal seal;
  private final Members members;
  private final Organisations organisations;
  private final Rulebook rulebook;

  Looking(FieldSeal seal, Members members, Organisations organisations, Rulebook rulebook) {
    this.seal = seal;
    this.members = members;
    this.organisations = organisations;
    this.rulebook = rulebook;
  }

  /** Every line, and the schools and classes that come with them. */
  record Through(List<RollRules.Looked> lines, List<Organisation> fresh) {}

  Through through(List<RollReader.Line> lines, Hand hand) {
    var rules = new RollRules(rulebook.table(), organisations.tree(), hand, members::faults);
    var looked = lines.stream().map(rules::look).toList();
    return new Through(looked, rules.fresh());
  }

  byte[] closed(byte[] content, UUID roll) {
    return seal.close(Base64.getEncoder().encodeToString(content), roll, RollSql.CONTENT);
  }

  byte[] open(byte[] closed, UUID roll) {
    return Base64.getDecoder().decode(seal.open(closed, roll, RollSql.CONTENT));
  }
}
