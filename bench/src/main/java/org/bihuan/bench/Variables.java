package org.bihuan.bench;

import java.util.Map;
import java.util.UUID;

/** What an act tells an engine: the same facts the product is told. */
final class Variables {

  private Variables() {}

  static Map<String, Object> of(Step step) {
    return switch (step) {
      case OPEN ->
          Map.of(
              "title", Words.TITLE,
              "description", Words.DESCRIPTION,
              "area", Staff.AREA,
              "item", Staff.ITEM,
              "channel", "online",
              "applicant", UUID.randomUUID().toString());
      case ACCEPT, CLAIM -> Map.of();
      case DISPATCH -> Map.of("unit", Staff.UNIT);
      case ANSWER -> Map.of("reply", Words.REPLY, "solved", true);
      case CONFIRM -> Map.of("rating", 1);
    };
  }
}
