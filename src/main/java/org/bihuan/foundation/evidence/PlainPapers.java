package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plain text: every byte a character of UTF-8 or GB18030, and no markup. */
final class PlainPapers {

  private static final System.Logger LOG = System.getLogger(PlainPapers.class.getName());
  private static final List<Charset> KNOWN =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private PlainPapers() {}

  static boolean isText(Path file) throws IOException {
    for (var charset : KNOWN) {
      try {
        return reads(file, charset);
      } catch (CharacterCodingException other) {
        LOG.log(System.Logger.Level.DEBUG, "not {0}", charset);
      }
    }
    return false;
  }

  /** False if it holds what no text holds, or begins like a page. */
  private static boolean reads(Path file, Charset charset) throws IOException {
    var strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean begun = false;
    boolean plain = true;
    try (var in = new InputStreamReader(Files.newInputStream(file), strict)) {
      var buffer = new char[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          char c = buffer[i];
          plain &= (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t';
          plain &= begun || c != '<';
          begun |= c > ' ' && c != '\ufeff';
        }
      }
    }
    return plain && begun;
  }

  /** Kept in one encoding, so that it is read as it was meant. */
  static void rewrite(Path file, Path to) throws IOException {
    Files.writeString(to, text(Files.readAllBytes(file)));
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    for (var charset : KNOWN) {
      try {
        return charset.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException other) {
        LOG.log(System.Logger.Level.DEBUG, "not {0}", charset);
      }
    }
    throw new CharacterCodingException();
  }
}
