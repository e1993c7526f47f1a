package org.bihuan.foundation.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads a whole form and collects every error, so that people correct it once. */
final class ApplicantRules {

  private static final int NAME_LIMIT = 60;
  private static final int ORGANISATION_LIMIT = 100;

  private final List<FieldError> errors = new ArrayList<>();

  private ApplicantRules() {}

  /** What a form comes to. */
  sealed interface Reading {
    record Sound(Applicant applicant) implements Reading {}

    record Faulty(List<FieldError> errors) implements Reading {}
  }

  static Reading read(ApplicantForm form, LocalDate today) {
    return new ApplicantRules().apply(form, today);
  }

  private Reading apply(ApplicantForm form, LocalDate today) {
    var name = name(form.name());
    var phone = value(Phone.parse("applicant.phone", orEmpty(form.phone())));
    var idNumber =
        absent(form.idNumber())
            ? null
            : value(ResidentId.parse("applicant.idNumber", orEmpty(form.idNumber()), today));
    var creditCode =
        absent(form.creditCode())
            ? null
            : value(CreditCode.parse("applicant.creditCode", orEmpty(form.creditCode())));
    var organisation = organisation(form);
    if (phone == null || !errors.isEmpty()) {
      return new Reading.Faulty(List.copyOf(errors));
    }
    return new Reading.Sound(new Applicant(name, phone, idNumber, creditCode, organisation));
  }

  private String name(@Nullable String raw) {
    var name = Writing.trimmed(raw);
    if (name.isEmpty()) {
      wrong("applicant.name", InputFault.NAME_REQUIRED);
    } else if (Writing.length(name) > NAME_LIMIT) {
      wrong("applicant.name", InputFault.NAME_LENGTH);
    } else if (Writing.hasUnseen(name)) {
      wrong("applicant.name", InputFault.NAME_CHARACTERS);
    }
    return name;
  }

  private @Nullable String organisation(ApplicantForm form) {
    var name = Writing.trimmed(form.organisation());
    if (name.isEmpty()) {
      if (!absent(form.creditCode())) {
        wrong("applicant.organisation", InputFault.ORGANISATION_REQUIRED);
      }
      return null;
    }
    if (Writing.length(name) > ORGANISATION_LIMIT) {
      wrong("applicant.organisation", InputFault.ORGANISATION_LENGTH);
    } else if (Writing.hasUnseen(name)) {
      wrong("applicant.organisation", InputFault.ORGANISATION_CHARACTERS);
    }
    return name;
  }

  private <T> @Nullable T value(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(var value) -> value;
      case Checked.Invalid<T>(var error) -> {
        errors.add(error);
        yield null;
      }
    };
  }

  private void wrong(String field, InputFault fault) {
    errors.add(new FieldError(field, fault.code(), fault.message()));
  }

  private static boolean absent(@Nullable String raw) {
    return Writing.trimmed(raw).isEmpty();
  }

  private static String orEmpty(@Nullable String raw) {
    return raw == null ? "" : raw;
  }
}
