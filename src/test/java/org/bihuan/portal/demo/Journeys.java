package org.bihuan.portal.demo;

import java.util.Map;

/** What people type who go through the house. */
final class Journeys {

  static final Map<String, String> LAMP = lamp("三号楼门口路灯不亮");

  private Journeys() {}

  /** A lamp that is out, as the form asks for it. */
  static Map<String, String> lamp(String title) {
    return Map.of(
        "press", "check",
        "title", title,
        "facts.description", "路灯一直不亮，晚上老人看不清路",
        "area", "140213054",
        "facts.place", "振华南街三号楼门口",
        "applicant.name", "张秀英",
        "applicant.phone", "13903521234");
  }
}
