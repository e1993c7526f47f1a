package org.bihuan.services.stations;

import org.bihuan.foundation.shared.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the matter of a trouble says: its title, and the facts its procedure asks for. */
@Component
class TroubleWords {

  private final StationCatalogue catalogue;

  TroubleWords(StationCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A supply is counted in this. */
  String measure(String supply) {
    return StationCatalogue.find(catalogue.supplies(), supply).map(e -> e.unit().zh()).orElse("");
  }

  String title(Station station, Trouble trouble) {
    var thing = thing(trouble).zh();
    return station.name().zh()
        + switch (trouble.kind()) {
          case BROKEN -> "：" + thing + "故障";
          case STOCK -> "：" + thing + "不足";
        };
  }

  /** What a matter is about, in words. */
  Text thing(Trouble trouble) {
    return switch (trouble.kind()) {
      case STOCK -> catalogue.supply(trouble.subject());
      case BROKEN ->
          trouble.subject().equals(Trouble.OTHER)
              ? new Text("其他设施", "Something else")
              : catalogue.facility(trouble.subject());
    };
  }

  ObjectNode facts(Station station, Trouble trouble, String words) {
    var list =
        switch (trouble.kind()) {
          case BROKEN -> catalogue.facilities();
          case STOCK -> catalogue.supplies();
        };
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("station", station.name().zh());
    facts.put("kind", trouble.kind().code());
    facts.put("subject", thing(trouble).zh());
    facts.put(
        "urgent",
        StationCatalogue.find(list, trouble.subject())
            .filter(StationCatalogue.Entry::isUrgent)
            .isPresent());
    facts.put("place", station.place().address().zh());
    facts.put("position", station.place().point().text());
    var description = StationRules.words(words);
    if (!description.isEmpty()) {
      facts.put("description", description);
    }
    return facts;
  }
}
