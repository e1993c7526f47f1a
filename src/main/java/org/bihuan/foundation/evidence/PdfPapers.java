package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDF as bytes, without a reader that would have to be trusted with it: the objects as they stand
 * and what is packed in streams are searched for names that act. Whoever hides objects in packings
 * we do not open is refused.
 *
 * @param pages of one file
 * @param unpacked bytes all streams may have together
 */
record PdfPapers(int pages, long unpacked) {

  private static final System.Logger LOG = System.getLogger(PdfPapers.class.getName());
  private static final Pattern ACTIVE =
      Pattern.compile(
          "/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Rendition)(?![A-Za-z0-9])");
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
  private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern LOCKED = Pattern.compile("/Encrypt(?![A-Za-z])");
  private static final Pattern STREAM = Pattern.compile("stream\r?\n");
  private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm");
  private static final Pattern FLATE_ONLY =
      Pattern.compile("/Filter\\s*\\[?\\s*/(FlateDecode|Fl)\\s*(\\]|/(?!\\w*Decode)|>>|$)");
  private static final int DICTIONARY = 4096;

  /** What is wrong with it; empty if nothing is. */
  Optional<FileRefusal> look(Path file) throws IOException {
    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (!text.substring(Math.max(0, text.length() - 2048)).contains("%%EOF")) {
      return Optional.of(FileRefusal.DAMAGED);
    }
    var names = named(text);
    if (LOCKED.matcher(names).find()) {
      return Optional.of(FileRefusal.LOCKED);
    }
    return search(text, new Search(names));
  }

  private Optional<FileRefusal> search(String text, Search search) {
    var streams = STREAM.matcher(text);
    while (search.wrong().isEmpty() && streams.find()) {
      var dictionary =
          named(text.substring(Math.max(0, streams.start() - DICTIONARY), streams.start()));
      dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
      if (OBJECTS.matcher(dictionary).find() && !FLATE_ONLY.matcher(dictionary).find()) {
        return Optional.of(FileRefusal.ACTIVE);
      }
      if (!dictionary.contains("/Image") && dictionary.contains("Fl")) {
        search.unpack(text, streams.end());
      }
    }
    return search.wrong();
  }

  /** Names may be written with their characters as numbers. */
  private static String named(String text) {
    return text.indexOf('#') < 0
        ? text
        : HEX.matcher(text)
            .replaceAll(
                m ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  /** What was found so far. */
  private final class Search {

    private long left = unpacked;
    private int found;
    private boolean active;

    Search(String plain) {
      read(plain);
    }

    Optional<FileRefusal> wrong() {
      if (active) {
        return Optional.of(FileRefusal.ACTIVE);
      }
      if (left < 0) {
        return Optional.of(FileRefusal.TOO_DEEP);
      }
      return found > pages ? Optional.of(FileRefusal.TOO_MANY_PAGES) : Optional.empty();
    }

    private void read(String text) {
      if (text.indexOf('/') < 0) {
        return; // no name in it
      }
      active |= ACTIVE.matcher(text).find();
      found += (int) PAGE.matcher(text).results().limit(pages + 1L).count();
    }

    /** Piece by piece, so that no stream is ever whole in memory; the seams overlap. */
    private void unpack(String text, int start) {
      var inflater = new Inflater();
      try {
        var piece = new byte[1 << 20];
        var seam = "";
        int at = start;
        while (!inflater.finished() && left >= 0 && !active) {
          if (inflater.needsInput()) {
            int end = Math.min(text.length(), at + (1 << 16));
            if (end == at) {
              return;
            }
            inflater.setInput(text.substring(at, end).getBytes(StandardCharsets.ISO_8859_1));
            at = end;
          }
          int n = inflater.inflate(piece);
          left -= n;
          var now = seam + new String(piece, 0, n, StandardCharsets.ISO_8859_1);
          read(named(now));
          seam = now.substring(Math.max(0, now.length() - 24));
        }
      } catch (DataFormatException broken) {
        LOG.log(System.Logger.Level.DEBUG, "a stream of another packing", broken);
      } finally {
        inflater.end();
      }
    }
  }
}
