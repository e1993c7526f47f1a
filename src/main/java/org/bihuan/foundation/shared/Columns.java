package org.bihuan.foundation.shared;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of rows that one statement stores together, for {@code unnest}. */
public final class Columns {

  private Columns() {}

  /** One value of each row, in order, as PostgreSQL reads it from text; absent values stay so. */
  public static <R> @Nullable String[] texts(
      Collection<R> rows, Function<R, ? extends @Nullable Object> value) {
    var texts = new @Nullable String[rows.size()];
    int place = 0;
    for (var row : rows) {
      var cell = value.apply(row);
      texts[place++] = cell == null ? null : cell.toString();
    }
    return texts;
  }
}
