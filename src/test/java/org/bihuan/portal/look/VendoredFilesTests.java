package org.bihuan.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VendoredFilesTests {

  private static final Path FOLDER = Path.of("src/main/resources/static/vendor");
  private static final Pattern ICON = Pattern.compile("(?:icon|name) = \"([a-z0-9-]+)\"");

  private final JsonNode manifest = manifest();

  @Test
  void areTheFilesTheManifestNames() throws IOException, NoSuchAlgorithmException {
    for (var entry : manifest) {
      var bytes = Files.readAllBytes(FOLDER.resolve(entry.get("file").stringValue()));
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(digest))
          .as(entry.get("file").stringValue())
          .isEqualTo(entry.get("sha256").stringValue());
    }
  }

  @Test
  void areAllInTheManifest() throws IOException {
    var named = new TreeSet<String>();
    manifest.forEach(entry -> named.add(entry.get("file").stringValue()));
    named.add("manifest.json");
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @Test
  void bringTheirLicences() {
    for (var entry : manifest) {
      assertThat(FOLDER.resolve(entry.get("name").stringValue() + ".LICENSE.txt")).exists();
      assertThat(entry.get("licence").stringValue()).isIn("MIT", "0BSD", "BSD-2-Clause");
    }
  }

  @Test
  void holdEveryIconTheTemplatesDraw() throws IOException {
    var sprite = Files.readString(FOLDER.resolve("icons.svg"));
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        ICON.matcher(Files.readString(file))
            .results()
            .filter(m -> m.group().startsWith("icon") || isIcon(file, m.start()))
            .forEach(m -> assertThat(sprite).contains("id=\"" + m.group(1) + "\""));
      }
    }
  }

  private static boolean isIcon(Path file, int at) {
    try {
      var before = Files.readString(file).substring(Math.max(0, at - 40), at);
      return before.contains("kit.icon(");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static JsonNode manifest() {
    return JsonMapper.shared().readTree(FOLDER.resolve("manifest.json").toFile());
  }
}
