package org.bihuan.foundation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.bihuan.foundation.evidence.Inspection.Looked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos: drawn anew, upright, with what the camera knew kept apart. */
class PhotosRulesTests {

  @TempDir Path folder;

  private Looked.Sound sound(String name, byte[] content) throws IOException {
    var settings = EvidenceFixtures.settings(folder);
    var draft =
        new Vault(settings, Clock.systemUTC())
            .receive(new ByteArrayInputStream(content), settings.fileSize().toBytes());
    var looked = new Inspection(settings, new EicarScanner()).look(draft, FileName.of(name));
    assertThat(looked).isInstanceOf(Looked.Sound.class);
    return (Looked.Sound) looked;
  }

  @Test
  void giveTimeAndPlaceBeforeTheyLoseThem() throws IOException {
    var sound = sound("a.jpg", Photos.photo(1));
    assertThat(sound.origin())
        .isEqualTo(new Origin("2026:11:24 09:12:00", "40.075000", "113.300000"));
    assertThat(Origins.of(sound.content()).origin().known()).isFalse();
    var origin = new Origin("2026:11:24 09:12:00", "40.075000", null);
    assertThat(Origin.read(origin.written())).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 40, LEFT",
    "2, 60, 40, RIGHT",
    "3, 60, 40, RIGHT",
    "4, 60, 40, LEFT",
    "5, 40, 60, TOP",
    "6, 40, 60, TOP",
    "7, 40, 60, BOTTOM",
    "8, 40, 60, BOTTOM",
    "9, 60, 40, LEFT"
  })
  void stand(int turned, int width, int height, String red) throws IOException {
    var image = ImageIO.read(sound("a.jpg", Photos.photo(turned)).content().toFile());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(isRed(image, 5, 5)).isEqualTo(red.equals("LEFT") || red.equals("TOP"));
    assertThat(isRed(image, width - 5, height - 5))
        .isEqualTo(red.equals("RIGHT") || red.equals("BOTTOM"));
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return ((rgb >> 16) & 0xff) > 150 && (rgb & 0xff) < 100;
  }

  @Test
  void areKeptSmallerAboveALimitAndGetASmallPicture() throws IOException {
    var sound = sound("a.png", Photos.picture("png", 6000, 4000));
    var whole = ImageIO.read(sound.content().toFile());
    assertThat((long) whole.getWidth() * whole.getHeight()).isLessThanOrEqualTo(12_600_000);
    assertThat(whole.getWidth()).isEqualTo(3000);
    var small = Objects.requireNonNull(sound.thumbnail());
    assertThat(ImageIO.read(small.toFile()).getWidth()).isEqualTo(320);
  }

  @ParameterizedTest
  @CsvSource({"a.jpg, JPEG", "a, JPEG", "a.JPEG, JPEG"})
  void areKnownByTheirContent(String name, FileKind kind) throws IOException {
    assertThat(sound(name, Photos.picture("jpeg", 8, 8)).kind()).isEqualTo(kind);
  }

  @Test
  void areNotTheOnlyThingTaken() throws IOException {
    assertThat(sound("a.docx", Papers.zip(Papers.word())).kind()).isEqualTo(FileKind.DOCX);
    assertThat(sound("a.xlsx", Papers.sheet()).kind()).isEqualTo(FileKind.XLSX);
    assertThat(sound("a.pdf", Papers.pdf("<< /Type /Page >>")).kind()).isEqualTo(FileKind.PDF);
    var packed = Papers.packedPdf("/FlateDecode", Papers.bytes("2 0 << /Type /Page >>"));
    assertThat(sound("b.pdf", packed).kind()).isEqualTo(FileKind.PDF);
    var gbk = "路灯不亮".getBytes(java.nio.charset.Charset.forName("GB18030"));
    var text = sound("a.txt", gbk);
    assertThat(text.content()).hasContent("路灯不亮");
  }
}
