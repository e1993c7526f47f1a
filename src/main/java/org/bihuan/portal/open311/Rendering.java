package org.bihuan.portal.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts answers into XML or JSON; what XML 1.0 cannot hold is left out of both. What there is
 * nothing of is an empty element in XML and null in JSON.
 */
@Component
final class Rendering {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final JsonMapper json;

  Rendering(JsonMapper json) {
    this.json = json;
  }

  /** A list stands alone: an array in JSON, an element with its items in XML. */
  String of(Listing listing, Format format) {
    return switch (format) {
      case JSON -> json.writeValueAsString(plain(listing));
      case XML -> {
        var xml = new StringBuilder(HEAD);
        write(xml, listing.name(), listing);
        yield xml.append('\n').toString();
      }
    };
  }

  /** One thing with named values. */
  String of(String root, Map<String, Object> values, Format format) {
    return switch (format) {
      case JSON -> json.writeValueAsString(plain(values));
      case XML -> {
        var xml = new StringBuilder(HEAD);
        write(xml, root, values);
        yield xml.append('\n').toString();
      }
    };
  }

  private static @Nullable Object plain(Object value) {
    return switch (value) {
      case Listing listing -> listing.items().stream().map(Rendering::plain).toList();
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, each) -> plain.put(name.toString(), plain(each)));
        yield plain;
      }
      case String text -> text.isEmpty() ? null : printable(text);
      default -> value;
    };
  }

  private static void write(StringBuilder xml, String name, Object value) {
    xml.append('<').append(name).append('>');
    switch (value) {
      case Listing listing -> writeAll(xml, listing.each(), listing.items());
      case Map<?, ?> map -> map.forEach((key, each) -> write(xml, key.toString(), each));
      default -> xml.append(escaped(value.toString()));
    }
    xml.append("</").append(name).append('>');
  }

  private static void writeAll(StringBuilder xml, String each, List<?> items) {
    items.forEach(item -> write(xml, each, item));
  }

  private static String escaped(String text) {
    return printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  private static String printable(String text) {
    if (text.codePoints().allMatch(Rendering::ofXml)) {
      return text;
    }
    var kept = new StringBuilder();
    text.codePoints().filter(Rendering::ofXml).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean ofXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
