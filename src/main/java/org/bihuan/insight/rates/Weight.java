package org.bihuan.insight.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How something counts for a rate. */
public enum Weight {
  /** In numerator and denominator. */
  YES,
  /** In the denominator alone. */
  NO,
  /** In neither, told beside the rate: not rated, not reached, not to be compared. */
  ASIDE,
  /** In neither: left out by a rule of the definition. */
  OUT;

  /** The name used in addresses, tables and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The standing with this code; empty if there is none. */
  public static Optional<Weight> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
