package org.bihuan.foundation.shared;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code to be drawn as SVG, without the picture's frame.
 *
 * @param size modules on a side, the quiet zone of four on each side included
 * @param path the dark modules as an SVG path in module units
 */
public record Qr(int size, String path) {

  private static final int QUIET = 4;

  /** Encodes a text of at most some 1,000 bytes; medium error correction survives a crease. */
  public static Qr of(String text) {
    try {
      var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      return new Qr(modules.getWidth() + 2 * QUIET, path(modules));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), tooLong);
    }
  }

  /** One horizontal bar for each run of dark modules: a third of the size of single squares. */
  private static String path(ByteMatrix modules) {
    var path = new StringBuilder();
    for (var y = 0; y < modules.getHeight(); y++) {
      for (var x = 0; x < modules.getWidth(); x++) {
        var run = run(modules, x, y);
        if (run > 0) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(run).append("v1h-").append(run).append('z');
          x += run;
        }
      }
    }
    return path.toString();
  }

  private static int run(ByteMatrix modules, int x, int y) {
    var end = x;
    while (end < modules.getWidth() && modules.get(end, y) == 1) {
      end++;
    }
    return end - x;
  }
}
