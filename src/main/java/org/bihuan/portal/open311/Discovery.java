package org.bihuan.portal.open311;

import java.util.LinkedHashMap;
import java.util.List;

/** Where the addresses are, for clients that ask first. */
final class Discovery {

  /** When what is offered here last changed. */
  private static final String CHANGED = "2026-11-29T08:00:00+08:00";

  private Discovery() {}

  static Told of(Caller caller) {
    var endpoint = new LinkedHashMap<String, Object>();
    endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
    endpoint.put("url", caller.house() + "/open311/v2");
    endpoint.put("changeset", CHANGED);
    endpoint.put("type", "production");
    endpoint.put(
        "formats", new Listing("formats", "format", List.of("text/xml", "application/json")));
    var all = new LinkedHashMap<String, Object>();
    all.put("changeset", CHANGED);
    all.put("contact", caller.house() + "/help");
    all.put("key_service", caller.house() + "/account/tokens");
    all.put("endpoints", new Listing("endpoints", "endpoint", List.of(endpoint)));
    return new Told.One("discovery", all);
  }
}
