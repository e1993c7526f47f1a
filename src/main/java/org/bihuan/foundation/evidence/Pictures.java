package org.bihuan.foundation.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;

/**
 * Draws a picture anew from its pixels, upright, so that nothing else that was in the file is left.
 * How large it is is read before a pixel is; a larger one than is kept is read with gaps.
 *
 * @param pixels of a picture as sent
 * @param kept above that it is made smaller
 */
record Pictures(long pixels, long kept) {

  private static final int LONGEST_SIDE = 30_000;
  private static final int THUMBNAIL = 320;
  private static final float QUALITY = 0.88f;

  /** What is wrong with it; if nothing is, both files are written. */
  Optional<FileRefusal> redraw(Path sent, FileKind kind, int turned, Path whole, Path small)
      throws IOException {
    var reader = ImageIO.getImageReadersByFormatName(kind.code()).next();
    try (var in = new FileImageInputStream(sent.toFile())) {
      reader.setInput(in, true, true);
      long size = (long) reader.getWidth(0) * reader.getHeight(0);
      if (size > pixels || Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SIDE) {
        return Optional.of(FileRefusal.TOO_MANY_PIXELS);
      }
      if (kind == FileKind.JPEG && !JpegEnds.reached(sent)) {
        return Optional.of(FileRefusal.DAMAGED);
      }
      var image = upright(read(reader, size), turned, kind);
      write(image, kind, whole);
      write(smaller(image), FileKind.JPEG, small);
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage read(ImageReader reader, long size) throws IOException {
    var asked = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) size / kept));
    asked.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
    return reader.read(0, asked);
  }

  private static BufferedImage upright(BufferedImage image, int turned, FileKind kind) {
    boolean clear = kind == FileKind.PNG && image.getColorModel().hasAlpha();
    int type = clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    int w = image.getWidth();
    int h = image.getHeight();
    boolean lies = turned >= 5 && turned <= 8;
    var drawn = new BufferedImage(lies ? h : w, lies ? w : h, type);
    paint(drawn, image, turning(turned, w, h));
    return drawn;
  }

  /** The eight ways to hold a camera. */
  private static AffineTransform turning(int turned, int w, int h) {
    return switch (turned) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  /** By halves first, so that no detail is jumped over. */
  private static BufferedImage smaller(BufferedImage image) {
    var now = image;
    int longest = Math.max(image.getWidth(), image.getHeight());
    while (longest > THUMBNAIL) {
      double by = longest > 2 * THUMBNAIL ? 0.5 : (double) THUMBNAIL / longest;
      int w = Math.max(1, (int) Math.round(now.getWidth() * by));
      int h = Math.max(1, (int) Math.round(now.getHeight() * by));
      var next = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
      paint(next, now, AffineTransform.getScaleInstance(by, by));
      now = next;
      longest = Math.max(w, h);
    }
    return now.getColorModel().hasAlpha() ? upright(now, 1, FileKind.JPEG) : now;
  }

  private static void paint(BufferedImage on, BufferedImage image, AffineTransform how) {
    Graphics2D pen = on.createGraphics();
    try {
      if (!on.getColorModel().hasAlpha()) {
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, on.getWidth(), on.getHeight());
      }
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(image, how, null);
    } finally {
      pen.dispose();
    }
  }

  private static void write(BufferedImage image, FileKind kind, Path to) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(kind.code().toLowerCase(Locale.ROOT)).next();
    try (var out = ImageIO.createImageOutputStream(to.toFile())) {
      var asked = writer.getDefaultWriteParam();
      if (kind == FileKind.JPEG) {
        asked.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        asked.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), asked);
    } finally {
      writer.dispose();
    }
  }

  /**
   * Whether a photo is whole. A reader fills what is missing with grey and says nothing; but inside
   * the pixels the mark of the end cannot occur, so it is there after them or the photo was cut
   * off.
   */
  private static final class JpegEnds {

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
}
