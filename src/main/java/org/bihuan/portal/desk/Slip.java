package org.bihuan.portal.desk;

import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the window takes along: on a strip of 80 mm, or read out on the phone.
 *
 * @param number the matter
 * @param code the query code in two groups
 * @param item what was raised
 * @param title in the person's words
 * @param unit who owns it
 * @param at when it was taken in
 * @param due by when something happens next; absent if nothing runs
 * @param papers what came and what must still come
 * @param hidden {@code confidential} or {@code anonymous}; absent for most
 */
public record Slip(
    String number,
    String code,
    Text item,
    String title,
    Text unit,
    Instant at,
    @Nullable Instant due,
    Papers papers,
    @Nullable String hidden) {

  /**
   * Materials.
   *
   * @param given that were handed in
   * @param missing that must still come
   * @param maybe that are needed in some cases and did not come
   */
  public record Papers(List<Text> given, List<Text> missing, List<Text> maybe) {

    public Papers {
      given = List.copyOf(given);
      missing = List.copyOf(missing);
      maybe = List.copyOf(maybe);
    }
  }

  public List<Text> given() {
    return papers.given();
  }

  public List<Text> missing() {
    return papers.missing();
  }

  public List<Text> maybe() {
    return papers.maybe();
  }
}
