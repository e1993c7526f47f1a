package org.bihuan.insight.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured; what each means in words stands in {@link Figures}. */
public enum Rate {
  /** 响应率: answered within the handling limit. */
  RESPONDED,
  /** 解决率: confirmed as solved, of what was checked. */
  SOLVED,
  /** 满意率: satisfied, of those who rated. */
  SATISFIED,
  /** 复发率: reopened or raised again, of what was closed. */
  RECURRED;

  /** The name used in addresses, tables and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rate with this code; empty if there is none. */
  public static Optional<Rate> of(String code) {
    return Arrays.stream(values()).filter(rate -> rate.code().equals(code)).findFirst();
  }
}
