package org.bihuan.foundation.evidence;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a camera wrote into a photo. Of all such data only the camera's own block is read: it
 * is never longer than 64 KB, while others may be packed without end.
 *
 * @param origin when and where it was taken
 * @param turned how the camera was held, 1 to 8 as the standard counts
 */
record Origins(Origin origin, int turned) {

  static final Origins NONE = new Origins(new Origin(null, null, null), 1);

  private static final System.Logger LOG = System.getLogger(Origins.class.getName());

  static Origins of(Path photo) throws IOException {
    try (var in = Files.newInputStream(photo)) {
      var read = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
      return new Origins(origin(read), turned(read));
    } catch (JpegProcessingException unread) {
      LOG.log(System.Logger.Level.DEBUG, "a photo without readable camera data", unread);
      return NONE;
    }
  }

  private static Origin origin(Metadata read) {
    var camera = read.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    var taken = text(camera, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
    var offset = text(camera, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
    var time = taken == null || offset == null ? taken : taken + " " + offset;
    var gps = read.getFirstDirectoryOfType(GpsDirectory.class);
    var place = gps == null ? null : gps.getGeoLocation();
    return place == null || place.isZero()
        ? new Origin(time, null, null)
        : new Origin(time, degrees(place.getLatitude()), degrees(place.getLongitude()));
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /** One line of at most 40 characters: cameras and forgers write what they like. */
  private static @Nullable String text(@Nullable Directory directory, int tag) {
    var value = directory == null ? null : directory.getString(tag);
    if (value == null) {
      return null;
    }
    var clean = value.replaceAll("[^0-9:.+\\-/ TZ]", "").strip();
    return clean.isEmpty() ? null : clean.substring(0, Math.min(40, clean.length()));
  }

  private static int turned(Metadata read) {
    var first = read.getFirstDirectoryOfType(ExifIFD0Directory.class);
    try {
      return first != null && first.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? first.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (MetadataException unread) {
      LOG.log(System.Logger.Level.DEBUG, "an orientation that is no number", unread);
      return 1;
    }
  }
}
