package org.bihuan.services.stations;

import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;

/**
 * What became of something that was wanted of a station.
 *
 * @param <T> what there is afterwards
 */
public sealed interface Outcome<T> {

  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Nothing was done, and why, field by field. */
  record Refused<T>(List<FieldError> errors) implements Outcome<T> {

    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /** Refused for one thing. */
  static <T> Outcome<T> refused(String field, String code, String zh, String en) {
    return new Refused<>(List.of(new FieldError(field, code, new Text(zh, en))));
  }
}
