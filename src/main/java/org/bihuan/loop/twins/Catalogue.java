package org.bihuan.loop.twins;

import java.util.List;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.twins.Neighbours.Neighbour;
import org.springframework.stereotype.Component;

/** The list of items speaks too: what an item says of itself is like some texts. */
@Component
final class Catalogue {

  private final Procedures procedures;
  private final Measure measure;

  Catalogue(Procedures procedures, Measure measure) {
    this.procedures = procedures;
    this.measure = measure;
  }

  /**
   * Every item of a kind, as alike as its own words are; what an item is chosen for by its kind, a
   * report or a suggestion, no words tell.
   */
  <T> List<Neighbour<T>> neighbours(String procedure, Fingerprint print) {
    return procedures.items().stream()
        .filter(item -> item.procedure().equals(procedure) && item.presets().fixed().isEmpty())
        .map(item -> new Neighbour<T>(item.code(), alike(item, print), List.of()))
        .toList();
  }

  private double alike(Item item, Fingerprint print) {
    var words = item.title().zh() + "。" + item.summary().zh();
    return measure.text(print, measure.print(words, print.area(), print.at()));
  }
}
