package org.bihuan.loop.voice;

import java.util.List;
import java.util.stream.Stream;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mendings that bad ratings set going, and what they are about. */
@Component
public class Redresses {

  private final VoiceSql sql;
  private final Cases cases;

  Redresses(VoiceSql sql, Cases cases) {
    this.sql = sql;
    this.cases = cases;
  }

  /** The mendings of a matter, or the matter a mending is about; empty for most. */
  @Transactional(readOnly = true)
  public List<CaseView> of(CaseId id) {
    return Stream.concat(sql.mendings(id).stream(), sql.rated(id).stream())
        .flatMap(other -> cases.find(other).stream())
        .toList();
  }
}
