package org.bihuan.insight.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures are sorted. */
public enum Face {
  /** The unit in charge. */
  UNIT,
  /** What it is about. */
  ITEM,
  /** The street it lies in. */
  STREET,
  /** How it came in. */
  CHANNEL,
  /** What the person said it is: help, advice, complaint, report, suggestion. */
  KIND;

  /** The name used in addresses, tables and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The face with this code; empty if there is none. */
  public static Optional<Face> of(String code) {
    return Arrays.stream(values()).filter(face -> face.code().equals(code)).findFirst();
  }
}
