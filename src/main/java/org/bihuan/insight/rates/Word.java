package org.bihuan.insight.rates;

import java.util.Arrays;
import java.util.Locale;

/** What an act means to the rates; one act may mean several things, taken in this order. */
enum Word {
  ASSIGNED,
  JOINED,
  PARTED,
  RETURNED,
  LATE,
  ANSWERED,
  AT_DESK,
  UNFOUNDED,
  REDIRECTED,
  WITHDRAWN,
  SOLVED,
  UNSOLVED,
  UNREACHED,
  TAKEN_UP,
  REOPENED,
  RATED,
  STRUCK;

  static Word of(String code) {
    return Arrays.stream(values())
        .filter(word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("acts mean nothing like " + code));
  }
}
