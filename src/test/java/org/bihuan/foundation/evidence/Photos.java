package org.bihuan.foundation.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes pictures as cameras do, and as they do not. */
public final class Photos {

  private Photos() {}

  /** Left half red, right half blue, so that one sees how it was turned. */
  static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A photo whose camera wrote time, place (40°04'30"N 113°18'E) and how it was held. */
  public static byte[] photo(int turned) {
    var plain = picture("jpeg", 60, 40);
    var block = block(turned);
    var whole = ByteBuffer.allocate(plain.length + block.length + 4);
    whole.put(plain, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (block.length + 2));
    return whole.put(block).put(plain, 2, plain.length - 2).array();
  }

  /** The camera's own block: three directories, one after another. */
  private static byte[] block(int turned) {
    var b = ByteBuffer.allocate(400);
    b.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    b.putShort((short) 3);
    entry(b, 0x0112, 3, 1, turned << 16);
    entry(b, 0x8769, 4, 1, 50);
    entry(b, 0x8825, 4, 1, 100);
    b.putInt(0);
    b.position(6 + 50);
    b.putShort((short) 1);
    entry(b, 0x9003, 2, 20, 220);
    b.putInt(0);
    b.position(6 + 100);
    b.putShort((short) 4);
    entry(b, 1, 2, 2, 'N' << 24);
    entry(b, 2, 5, 3, 260);
    entry(b, 3, 2, 2, 'E' << 24);
    entry(b, 4, 5, 3, 290);
    b.putInt(0);
    b.position(6 + 220);
    b.put("2026:11:24 09:12:00\0".getBytes(StandardCharsets.US_ASCII));
    rationals(b, 260, 40, 4, 30);
    rationals(b, 290, 113, 18, 0);
    return Arrays.copyOf(b.array(), 6 + 320);
  }

  private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
    b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void rationals(ByteBuffer b, int at, int... values) {
    b.position(6 + at);
    for (int value : values) {
      b.putInt(value).putInt(1);
    }
  }

  /** A picture that says it is this large and holds nothing. */
  static byte[] hugePng(int width, int height) {
    var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(out, "IHDR", head.array());
    chunk(out, "IDAT", Papers.deflated(new byte[1000]));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  static byte[] withChunk(byte[] png, String type, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    chunk(out, type, content);
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  static byte[] joined(byte[]... pieces) {
    var out = new ByteArrayOutputStream();
    for (var piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
