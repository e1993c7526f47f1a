package org.bihuan.foundation.shared;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A QR code to be drawn as SVG, without the picture's frame.
 *
 * @param size modules on a side, the quiet zone of four on each side included
 * @param path the dark modules as an SVG path in module units
 */
public record Qr(int size, String path) {

  private static final int QUIET = 4;
  private static final int SCALE = 6;
  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

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

  /** The same as a picture of its own, for papers that draw no SVG: a PNG in an address. */
  public String picture() {
    var image = new BufferedImage(size * SCALE, size * SCALE, BufferedImage.TYPE_BYTE_BINARY);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    BAR.matcher(path)
        .results()
        .forEach(bar -> pen.fillRect(at(bar, 1), at(bar, 2), at(bar, 3), SCALE));
    pen.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written to memory", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static int at(MatchResult bar, int group) {
    return SCALE * Integer.parseInt(bar.group(group));
  }
}
