package org.bihuan.foundation.letters;

import java.util.Locale;

/** How a letter reaches a person. */
public enum Way {
  /** On the page of the matter; always there, nothing has to be sent. */
  INBOX,
  /** To the phone the person gave last. */
  SMS,
  /** To the address the person left for this. */
  EMAIL;

  /** The name used in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
