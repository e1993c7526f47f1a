package org.bihuan.foundation.people;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about themselves when they raise a matter, as entered and not yet judged.
 * Blank counts as absent.
 *
 * @param name the resident, or who speaks for the organisation
 * @param phone where to answer
 * @param idNumber ID number; absent if not given
 * @param creditCode credit code; given only for organisations
 * @param organisation name of the organisation; absent for residents
 */
public record ApplicantForm(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String idNumber,
    @Nullable String creditCode,
    @Nullable String organisation) {

  /** A resident with name and phone, the least one can give. */
  public static ApplicantForm resident(String name, String phone) {
    return new ApplicantForm(name, phone, null, null, null);
  }

  /** Names no value: forms end up in logs. */
  @Override
  public String toString() {
    return "ApplicantForm";
  }
}
