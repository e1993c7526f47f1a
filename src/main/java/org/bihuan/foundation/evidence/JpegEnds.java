package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a photo is whole. A reader fills what is missing with grey and says nothing; but inside
 * the pixels the mark of the end cannot occur, so it is there after them or the photo was cut off.
 */
final class JpegEnds {

  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  private JpegEnds() {}

  static boolean reached(Path photo) throws IOException {
    var bytes = Files.readAllBytes(photo);
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == SCAN) {
        return endsAfter(bytes, at + 2);
      }
      at += marker == 0xff ? 1 : 2 + (((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff));
    }
    return false;
  }

  private static boolean endsAfter(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == END) {
        return true;
      }
    }
    return false;
  }
}
