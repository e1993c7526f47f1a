package org.bihuan.portal.open311;

import java.util.Locale;
import org.springframework.http.MediaType;

/** The two formats of the specification, asked for by the ending of the address. */
enum Format {
  XML("text/xml;charset=utf-8"),
  JSON("application/json;charset=utf-8");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /** What an ending asks for; what nobody knows is answered in XML, which every client reads. */
  static Format of(String ending) {
    return ending.toLowerCase(Locale.ROOT).equals("json") ? JSON : XML;
  }

  static boolean known(String ending) {
    return ending.equals("xml") || ending.equals("json");
  }
}
