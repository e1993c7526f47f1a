package org.bihuan.foundation.people;

import org.jspecify.annotations.Nullable;

/** A form that keeps every rule. */
record Applicant(
    String name,
    Phone phone,
    @Nullable ResidentId idNumber,
    @Nullable CreditCode creditCode,
    @Nullable String organisation) {

  Person.Kind kind() {
    return organisation == null ? Person.Kind.RESIDENT : Person.Kind.ORGANISATION;
  }

  /** What makes this person one of a kind everywhere: the credit code, else the ID number. */
  @Nullable String numberKey() {
    if (creditCode != null) {
      return "credit-code\n" + creditCode.code();
    }
    return organisation == null && idNumber != null ? "id-number\n" + idNumber.number() : null;
  }

  /** What makes this person the same one in the absence of a number. */
  String contactKey() {
    return contactKey(name, phone.digits(), organisation);
  }

  /** The same from its parts as stored. */
  static String contactKey(String name, String digits, @Nullable String organisation) {
    return String.join("\n", "contact", name, digits, organisation == null ? "" : organisation);
  }
}
