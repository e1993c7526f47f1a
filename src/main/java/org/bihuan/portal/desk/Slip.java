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
 * @param given materials that were handed in
 * @param missing materials that must still come
 * @param maybe materials that are needed in some cases and did not come
 */
public record Slip(
    String number,
    String code,
    Text item,
    String title,
    Text unit,
    Instant at,
    @Nullable Instant due,
    List<Text> given,
    List<Text> missing,
    List<Text> maybe) {

  public Slip {
    given = List.copyOf(given);
    missing = List.copyOf(missing);
    maybe = List.copyOf(maybe);
  }
}
