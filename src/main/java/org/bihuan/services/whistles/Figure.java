package org.bihuan.services.whistles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted of the calls; each figure opens its list. */
enum Figure {
  /** Departments called. */
  CALLED,
  /** Answered before the limit ran out. */
  ANSWERED,
  /** Arrived before the limit ran out. */
  ARRIVED,
  /** The arrival limit ran out before anybody came. */
  MISSED,
  /** The department gave a clause why it need not come. */
  REFUSED,
  /** The department came and says the whistle was needless. */
  NEEDLESS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Figure> of(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst();
  }
}
