package org.bihuan.foundation.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a form and what is wrong with it; a form is drawn from this again and
 * again until it is right.
 *
 * @param values every field's values by its name, for example {@code applicant.phone}
 * @param errors in the order of the form
 */
public record Typed(Map<String, List<String>> values, List<FieldError> errors) {

  /** A form nobody has touched. */
  public static final Typed NOTHING = new Typed(Map.of(), List.of());

  public Typed {
    values = Map.copyOf(values);
    errors = List.copyOf(errors);
  }

  /** The one value of a field, empty if none was typed. */
  public String value(String field) {
    var all = values.getOrDefault(field, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** True if this was among the values chosen for the field. */
  public boolean has(String field, String value) {
    return values.getOrDefault(field, List.of()).contains(value);
  }

  /** The first thing wrong with a field. */
  public @Nullable FieldError error(String field) {
    return errors.stream().filter(e -> e.field().equals(field)).findFirst().orElse(null);
  }

  /** What a browser sent. */
  public static Typed of(Map<String, List<String>> sent) {
    var values = new LinkedHashMap<String, List<String>>();
    sent.forEach((name, all) -> values.put(name, List.copyOf(all)));
    return new Typed(values, List.of());
  }

  /**
   * The fields whose names begin like this, without that beginning; several values of one field are
   * joined by line breaks.
   */
  public Map<String, String> under(String beginning) {
    var found = new LinkedHashMap<String, String>();
    values.forEach(
        (name, all) -> {
          if (name.startsWith(beginning)) {
            found.put(name.substring(beginning.length()), String.join("\n", all));
          }
        });
    return found;
  }

  /** The same input but for one field. */
  public Typed without(String field) {
    var kept = new LinkedHashMap<>(values);
    kept.remove(field);
    return new Typed(kept, errors);
  }

  /** The same input with what was found wrong. */
  public Typed with(List<FieldError> found) {
    return new Typed(values, found);
  }
}
