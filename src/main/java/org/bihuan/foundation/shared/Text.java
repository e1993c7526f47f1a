package org.bihuan.foundation.shared;

import java.util.Locale;

/**
 * A text in both languages of the house: Chinese first, English complete.
 *
 * @param zh simplified Chinese, never blank
 * @param en English, never blank
 */
public record Text(String zh, String en) {

  public Text {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text needs both languages: zh=" + zh + " en=" + en);
    }
  }

  /** The text in the reader's language; every language but English reads Chinese. */
  public String in(Locale locale) {
    return "en".equals(locale.getLanguage()) ? en : zh;
  }
}
