package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file is by its first bytes. Only what is taken is known; a picture that begins a byte late
 * is no picture.
 */
final class Signatures {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private Signatures() {}

  /** Empty for anything that is not taken; a packed document is told apart by its content. */
  static Optional<FileKind> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(16);
    }
    if (begins(head, JPEG)) {
      return Optional.of(FileKind.JPEG);
    }
    if (begins(head, PNG)) {
      return Optional.of(FileKind.PNG);
    }
    if (begins(head, PDF)) {
      return Optional.of(FileKind.PDF);
    }
    if (Voices.begins(head)) {
      return Optional.of(FileKind.WAV);
    }
    if (begins(head, ZIP)) {
      return OfficePapers.kind(file);
    }
    return PlainPapers.isText(file) ? Optional.of(FileKind.TEXT) : Optional.empty();
  }

  static boolean begins(byte[] whole, byte[] part) {
    if (whole.length < part.length) {
      return false;
    }
    for (int i = 0; i < part.length; i++) {
      if (whole[i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
