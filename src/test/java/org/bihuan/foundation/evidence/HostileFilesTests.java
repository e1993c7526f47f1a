package org.bihuan.foundation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bihuan.foundation.evidence.Inspection.Looked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, nothing that acts is kept, and looking at it costs little. */
class HostileFilesTests {

  @TempDir Path folder;
  private EvidenceSettings settings = EvidenceFixtures.settings(Path.of("target"));
  private Vault vault = new Vault(settings, Clock.systemUTC());
  private Inspection inspection = new Inspection(settings, new EicarScanner());

  @BeforeEach
  void opens() {
    settings = EvidenceFixtures.settings(folder);
    vault = new Vault(settings, Clock.systemUTC());
    inspection = new Inspection(settings, new EicarScanner());
  }

  static List<HostileCorpus.Hostile> corpus() {
    return HostileCorpus.all();
  }

  private Looked look(String name, byte[] content) throws IOException {
    var draft = vault.receive(new ByteArrayInputStream(content), settings.fileSize().toBytes());
    return inspection.look(draft, FileName.of(name));
  }

  @Test
  void areMoreThanAHundredAndFifty() {
    assertThat(corpus()).hasSizeGreaterThan(150);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void areRefusedByName(HostileCorpus.Hostile hostile) throws IOException {
    long begun = System.nanoTime();
    var looked = look(hostile.name(), hostile.content());
    assertThat(looked).isEqualTo(new Looked.Unfit(hostile.reason()));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
  }

  /** What hangs behind the pixels, and every block that is not pixels, is gone. */
  @Test
  void loseEverythingThatIsNoPicture() throws IOException {
    var tail = Papers.bytes("<script>alert('tail')</script>");
    var png = Photos.withChunk(Photos.picture("png", 40, 20), "tEXt", Papers.bytes("a\0<script>"));
    for (var sent :
        List.of(
            new HostileCorpus.Hostile(
                "a.jpg", Photos.joined(Photos.photo(1), tail), FileRefusal.EMPTY),
            new HostileCorpus.Hostile("a.png", Photos.joined(png, tail), FileRefusal.EMPTY))) {
      var looked = look(sent.name(), sent.content());
      assertThat(looked).isInstanceOf(Looked.Sound.class);
      if (looked instanceof Looked.Sound sound) {
        var kept =
            new String(
                Files.readAllBytes(sound.content()), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("script", "Exif", "2026:11:24", "tEXt");
      }
    }
  }

  /** A compressed text in a picture unpacks to a gigabyte where somebody reads it; we do not. */
  @Test
  void areNotUnpackedInPictures() throws IOException {
    var text = Photos.joined(Papers.bytes("a\0\0"), Papers.deflated(new byte[120 << 20]));
    var png = Photos.withChunk(Photos.picture("png", 40, 20), "zTXt", text);
    assertThat(look("a.png", png)).isInstanceOf(Looked.Sound.class);
  }

  @Test
  void areNotTakenWhereTheyAreTooLarge() throws IOException {
    var draft = vault.receive(new ByteArrayInputStream(new byte[5000]), 1000);
    assertThat(Files.size(draft)).isEqualTo(1001);
  }
}
