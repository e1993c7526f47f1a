package org.bihuan.foundation.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A name as a person's machine sent it, made harmless: no folders, no characters that hide or turn
 * the rest, one ending, no name a system keeps for itself, and not longer than anyone reads.
 *
 * @param stem without the ending; never empty
 * @param ending lower case, without the dot; empty if there was none
 */
record FileName(String stem, String ending) {

  private static final int LONGEST = 80;
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  static FileName of(String sent) {
    var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var clean = visible(Normalizer.normalize(last, Normalizer.Form.NFC)).strip();
    int dot = clean.lastIndexOf('.');
    var ending = dot < 0 ? "" : clean.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    return new FileName(stem(dot < 0 ? clean : clean.substring(0, dot)), ending);
  }

  /** The whole name, with the ending of what the file is. */
  String as(FileKind kind) {
    return stem + "." + kind.extension();
  }

  private static String stem(String text) {
    var plain = text.replaceAll("[<>:\"|?*%;&'`$.]+", "_").strip();
    int[] points = plain.codePoints().limit(LONGEST).toArray();
    var cut = new String(points, 0, points.length).strip();
    if (cut.isEmpty() || cut.chars().allMatch(c -> c == '_')) {
      return "file";
    }
    return DEVICES.contains(cut.toLowerCase(Locale.ROOT)) ? "_" + cut : cut;
  }

  /** Without control and format characters, private ones and halves of pairs. */
  private static String visible(String text) {
    var kept = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.PRIVATE_USE,
                      Character.SURROGATE,
                      Character.UNASSIGNED,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      false;
                  default -> true;
                })
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
