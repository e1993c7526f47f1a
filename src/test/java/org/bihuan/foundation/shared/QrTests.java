package org.bihuan.foundation.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrTests {

  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int SCALE = 4;

  @Test
  void isReadBackByAReader() throws ReaderException {
    var text = "https://bihuan.example/track?code=ABCD-2345";

    assertThat(read(Qr.of(text))).isEqualTo(text);
  }

  @Test
  void refusesWhatNoCodeCanHold() {
    assertThatIllegalArgumentException().isThrownBy(() -> Qr.of("x".repeat(5000)));
  }

  private static String read(Qr qr) throws ReaderException {
    var width = qr.size() * SCALE;
    var pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    BAR.matcher(qr.path())
        .results()
        .forEach(
            bar -> {
              var x = Integer.parseInt(bar.group(1)) * SCALE;
              var y = Integer.parseInt(bar.group(2)) * SCALE;
              var run = Integer.parseInt(bar.group(3)) * SCALE;
              for (var row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + run, 0);
              }
            });
    var source = new RGBLuminanceSource(width, width, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
