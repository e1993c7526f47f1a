package org.bihuan.foundation.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speech as plain sound: 16-bit PCM in a WAV file. Nothing packed is taken, since what no reader of
 * ours can take apart cannot be drawn anew: what is kept is a header of ours and the samples, and
 * whatever else the file held is gone.
 */
final class Voices {

  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WAVE = "WAVE".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 16;
  private static final int SAMPLE = 2;
  private static final int LOWEST = 8_000;
  private static final int HIGHEST = 48_000;
  private static final int MOST_CHUNKS = 64;

  private final int longest;

  /** Takes what is no longer than so many seconds. */
  Voices(int longest) {
    this.longest = longest;
  }

  /** How the samples are to be read. */
  private record Sound(int channels, int rate) {

    int perSecond() {
      return channels * rate * SAMPLE;
    }
  }

  static boolean begins(byte[] head) {
    return head.length >= 12
        && Signatures.begins(head, RIFF)
        && ByteBuffer.wrap(head, 8, 4).slice().equals(ByteBuffer.wrap(WAVE));
  }

  /** Writes the sound anew, or says why it cannot be taken. */
  Optional<FileRefusal> rewrite(Path file, Path to) throws IOException {
    long left = Files.size(file) - 12;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(12);
      Sound sound = null;
      for (int chunk = 0; chunk < MOST_CHUNKS && left >= 8; chunk++) {
        var name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        left -= 8;
        if (size > left) {
          return Optional.of(FileRefusal.DAMAGED);
        }
        if (name.equals("data")) {
          return written(in, sound, size, to);
        }
        sound = name.equals("fmt ") ? sound(in.readNBytes((int) Math.min(size, FORMAT))) : sound;
        long padded = Math.min(size + (size & 1), left);
        in.skipNBytes(padded - (name.equals("fmt ") ? Math.min(size, FORMAT) : 0));
        left -= padded;
      }
    }
    return Optional.of(FileRefusal.DAMAGED);
  }

  private static @Nullable Sound sound(byte[] format) {
    if (format.length < FORMAT) {
      return null;
    }
    var said = ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN);
    int packed = said.getShort(0);
    var sound = new Sound(said.getShort(2), said.getInt(4));
    boolean plain = packed == 1 && said.getShort(14) == 8 * SAMPLE;
    boolean usual = sound.channels() == 1 || sound.channels() == 2;
    boolean heard = sound.rate() >= LOWEST && sound.rate() <= HIGHEST;
    return plain && usual && heard ? sound : null;
  }

  private Optional<FileRefusal> written(
      DataInputStream in, @Nullable Sound sound, long size, Path to) throws IOException {
    if (sound == null || size % ((long) sound.channels() * SAMPLE) != 0) {
      return Optional.of(FileRefusal.NOT_ALLOWED);
    }
    if (size == 0) {
      return Optional.of(FileRefusal.EMPTY);
    }
    if (size > (long) longest * sound.perSecond()) {
      return Optional.of(FileRefusal.TOO_LONG);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      out.write(header(sound, (int) size));
      out.write(in.readNBytes((int) size));
    }
    return Optional.empty();
  }

  private static byte[] header(Sound sound, int size) {
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(RIFF)
        .putInt(36 + size)
        .put(WAVE)
        .put("fmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(FORMAT)
        .putShort((short) 1)
        .putShort((short) sound.channels())
        .putInt(sound.rate())
        .putInt(sound.perSecond())
        .putShort((short) (sound.channels() * SAMPLE))
        .putShort((short) (8 * SAMPLE))
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(size)
        .array();
  }
}
