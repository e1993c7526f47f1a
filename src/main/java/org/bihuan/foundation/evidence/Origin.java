package org.bihuan.foundation.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a photo about its taking; kept encrypted, and gone from the photo.
 *
 * @param takenAt as the camera wrote it, {@code 2026:11:24 09:12:00}, with an offset if it had one
 * @param latitude degrees, north positive; absent without a place
 * @param longitude degrees, east positive; absent without a place
 */
public record Origin(
    @Nullable String takenAt, @Nullable String latitude, @Nullable String longitude) {

  /** True if there is anything to keep. */
  boolean known() {
    return takenAt != null || latitude != null;
  }

  String written() {
    return orEmpty(takenAt) + "\n" + orEmpty(latitude) + "\n" + orEmpty(longitude);
  }

  static Origin read(String written) {
    var lines = written.split("\n", -1);
    return new Origin(orNull(lines[0]), orNull(lines[1]), orNull(lines[2]));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
