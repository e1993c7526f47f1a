package org.bihuan.foundation.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.springframework.stereotype.Component;

/**
 * Roughly where the streets lie, so that a phone that knows its position can propose the street. A
 * proposal and no border: whoever reports sees it and can change it.
 */
@Component
public class Centres {

  private final Map<String, Centre> centres = new LinkedHashMap<>();
  private final int reach;

  Centres(District district) {
    var file =
        DataFile.resource("places/centres-" + district.code() + ".yaml").as(CentreFile.class);
    file.centres().forEach(centre -> centres.put(centre.area(), centre));
    this.reach = file.reach();
  }

  /**
   * The middle of a place.
   *
   * @param area its code
   * @param latitude degrees north, WGS 84
   * @param longitude degrees east, WGS 84
   */
  public record Centre(String area, double latitude, double longitude) {}

  /** The file as written. */
  record CentreFile(int version, String origin, String source, int reach, List<Centre> centres) {}

  /** The middle of a place; empty where nobody wrote it down. */
  public Optional<Centre> of(String area) {
    return Optional.ofNullable(centres.get(area));
  }

  /** How far from every middle a phone may be and still be in the district, in metres. */
  public int reach() {
    return reach;
  }
}
