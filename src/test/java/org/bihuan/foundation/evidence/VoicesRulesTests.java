package org.bihuan.foundation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech is kept as a header of ours and its samples; everything else is refused or gone. */
class VoicesRulesTests {

  @TempDir Path folder;

  private static byte[] chunk(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length + (content.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static byte[] format(int packing, int channels, int rate, int bits) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) packing)
        .putShort((short) channels)
        .putInt(rate)
        .putInt(rate * channels * bits / 8)
        .putShort((short) (channels * bits / 8))
        .putShort((short) bits)
        .array();
  }

  private static byte[] wave(byte[]... chunks) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write("RIFF____WAVE".getBytes(StandardCharsets.US_ASCII));
    for (var chunk : chunks) {
      out.write(chunk);
    }
    return out.toByteArray();
  }

  private Optional<FileRefusal> rewrite(byte[] content) throws IOException {
    var file = Files.write(folder.resolve("in.wav"), content);
    return new Voices(2).rewrite(file, folder.resolve("out.wav"));
  }

  @Test
  void isRefusedPackedOrInAnUnusualForm() throws IOException {
    var data = chunk("data", new byte[1600]);
    for (var format :
        new byte[][] {
          format(85, 1, 16_000, 16),
          format(1, 3, 16_000, 16),
          format(1, 1, 96_000, 16),
          format(1, 1, 16_000, 8),
          new byte[12]
        }) {
      assertThat(rewrite(wave(chunk("fmt ", format), data))).contains(FileRefusal.NOT_ALLOWED);
    }
    assertThat(rewrite(wave(data))).contains(FileRefusal.NOT_ALLOWED);
  }

  @Test
  void isRefusedEmptyCutOrTooLong() throws IOException {
    var format = chunk("fmt ", format(1, 1, 16_000, 16));
    assertThat(rewrite(wave(format, chunk("data", new byte[0])))).contains(FileRefusal.EMPTY);
    assertThat(rewrite(wave(format))).contains(FileRefusal.DAMAGED);
    var cut = wave(format, chunk("data", new byte[1600]));
    assertThat(rewrite(java.util.Arrays.copyOf(cut, cut.length - 1))).contains(FileRefusal.DAMAGED);
    assertThat(rewrite(wave(format, chunk("data", new byte[64_002]))))
        .contains(FileRefusal.TOO_LONG);
  }

  @Test
  void keepsNothingButTheSamples() throws IOException {
    var samples = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    var sent =
        wave(
            chunk("LIST", "<script>".getBytes(StandardCharsets.US_ASCII)),
            chunk("fmt ", format(1, 1, 16_000, 16)),
            chunk("odd ", new byte[3]),
            chunk("data", samples),
            chunk("tail", "<script>".getBytes(StandardCharsets.US_ASCII)));
    assertThat(rewrite(sent)).isEmpty();
    var kept = Files.readAllBytes(folder.resolve("out.wav"));
    assertThat(kept).hasSize(44 + samples.length);
    assertThat(new String(kept, StandardCharsets.US_ASCII)).doesNotContain("script", "odd ");
    assertThat(Signatures.of(folder.resolve("out.wav"))).contains(FileKind.WAV);
    assertThat(rewrite(kept)).isEmpty();
    assertThat(Files.readAllBytes(folder.resolve("out.wav"))).isEqualTo(kept);
  }
}
