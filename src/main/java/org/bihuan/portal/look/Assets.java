package org.bihuan.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The files every page asks for, with their fingerprints; a new file gets a new address.
 *
 * @param prints by address; those of a district only where it has its own
 * @param css the tokens that follow from the colours of the district
 * @param mark its mark; absent for ours
 */
public record Assets(Map<String, String> prints, String css, @Nullable Mark mark) {

  /** Where a district's own colours and mark are. */
  static final String DISTRICT_CSS = "/district.css";

  static final String DISTRICT_MARK = "/district-mark";

  private static final List<String> FILES =
      List.of(
          "/bihuan.css",
          "/dark.css",
          "/contrast.css",
          "/elder.css",
          "/desk.css",
          "/rates.css",
          "/slip.css",
          "/bihuan.js",
          "/desk.js",
          "/field.css",
          "/outbox.js",
          "/rider.js",
          "/grid.js",
          "/passkey.js",
          "/stations.css",
          "/stations.js",
          "/favicon.svg",
          "/vendor/bootstrap.min.css",
          "/vendor/htmx.min.js",
          "/vendor/htmx-sse.min.js",
          "/vendor/icons.svg",
          "/vendor/leaflet.css",
          "/vendor/leaflet.min.js");

  public Assets {
    prints = Map.copyOf(prints);
  }

  /** Reads what ships and what the district sets; refuses colours nobody can read. */
  static Assets of(LookSettings settings) {
    var palette = Palette.of(settings.colour(), settings.headColour());
    var mark = Mark.of(settings.mark());
    var prints = new LinkedHashMap<String, String>();
    FILES.forEach(file -> prints.put(file, print(bytes(file))));
    if (!palette.equals(Palette.of(Palette.MAIN, Palette.HEAD))) {
      prints.put(DISTRICT_CSS, print(palette.css().getBytes(UTF_8)));
    }
    if (mark != null) {
      prints.put(DISTRICT_MARK, print(mark.bytes()));
    }
    return new Assets(prints, palette.css(), mark);
  }

  private static byte[] bytes(String file) {
    try (var bytes = new ClassPathResource("static" + file).getInputStream()) {
      return bytes.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException("a file of the page is missing: " + file, missing);
    }
  }

  private static String print(byte[] bytes) {
    return Sha256.hex(bytes, 5);
  }
}
