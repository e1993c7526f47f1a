package org.bihuan.foundation.shared;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pictures under a map come from. Without any, maps draw a plain ground of their own, and
 * no browser asks anybody else for anything.
 *
 * @param tiles address with {@code {z}}, {@code {x}}, {@code {y}}; empty for none. Positions are
 *     WGS 84, so the tiles must be too
 * @param tilesBy whom to thank for them, shown in the corner of the map
 */
@ConfigurationProperties("bihuan.map")
public record MapTiles(@DefaultValue("") String tiles, @DefaultValue("") String tilesBy) {

  private static final Pattern FORM =
      Pattern.compile("https://[A-Za-z0-9.-]+(:\\d+)?/[^\\s;,'\"<>]*");

  public MapTiles {
    boolean whole = tiles.contains("{z}") && tiles.contains("{x}") && tiles.contains("{y}");
    if (!tiles.isEmpty() && !(whole && FORM.matcher(tiles).matches())) {
      throw new IllegalArgumentException(
          "bihuan.map.tiles is https://host/… with {z}, {x} and {y}: " + tiles);
    }
  }

  /** True if there are any. */
  public boolean any() {
    return !tiles.isEmpty();
  }

  /** The one place besides our own that pages may take pictures from; empty for none. */
  public String origin() {
    if (tiles.isEmpty()) {
      return "";
    }
    var address = URI.create(tiles.replaceAll("[{}]", ""));
    return "https://" + address.getAuthority();
  }
}
