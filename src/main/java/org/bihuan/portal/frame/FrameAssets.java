package org.bihuan.portal.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Fingerprints of the files every page asks for; a new file gets a new address. */
final class FrameAssets {

  private static final List<String> FILES =
      List.of(
          "/bihuan.css",
          "/desk.css",
          "/desk.js",
          "/slip.css",
          "/favicon.svg",
          "/vendor/bootstrap.min.css",
          "/vendor/icons.svg");

  private FrameAssets() {}

  static Map<String, String> prints() {
    var prints = new LinkedHashMap<String, String>();
    FILES.forEach(file -> prints.put(file, print(file)));
    return prints;
  }

  private static String print(String file) {
    try (var bytes = new ClassPathResource("static" + file).getInputStream()) {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (IOException missing) {
      throw new UncheckedIOException("a file of the page is missing: " + file, missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
