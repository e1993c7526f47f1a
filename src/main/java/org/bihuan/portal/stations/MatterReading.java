package org.bihuan.portal.stations;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.sight.Sights;
import org.springframework.stereotype.Component;

/**
 * Reads matters for lists: where each stands is told to everybody at the desk, what it is about
 * only to who may see it.
 */
@Component
class MatterReading {

  private static final String ROUTE = "GET /desk/cases/{number}";

  private final Cases cases;
  private final Sights sights;

  MatterReading(Cases cases, Sights sights) {
    this.cases = cases;
    this.sights = sights;
  }

  List<MatterLine> lines(Collection<UUID> ids, Actor actor) {
    var asked = ids.stream().map(CaseId::new).toList();
    var found = cases.find(asked);
    return asked.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(file -> line(file, actor))
        .toList();
  }

  private MatterLine line(CaseView file, Actor actor) {
    boolean shown = sights.shows(ROUTE, actor, file);
    var rule = cases.procedure(file).states().get(file.state());
    return new MatterLine(
        file.identity().number().value(),
        shown ? file.subject().title() : "",
        rule == null ? new Text(file.state(), file.state()) : rule.title(),
        shown,
        file.times().closedAt() != null);
  }
}
