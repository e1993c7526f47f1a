package org.bihuan.foundation.people;

import org.bihuan.foundation.shared.FieldError;

/** What reading a person's input gives: a value that keeps its rules, or what is wrong with it. */
public sealed interface Checked<T> {

  /** The input keeps every rule. */
  record Valid<T>(T value) implements Checked<T> {}

  /** The input breaks a rule. */
  record Invalid<T>(FieldError error) implements Checked<T> {}

  /** The same fault, told beside a field. */
  static <T> Checked<T> wrong(String field, InputFault fault) {
    return new Invalid<>(new FieldError(field, fault.code(), fault.message()));
  }
}
