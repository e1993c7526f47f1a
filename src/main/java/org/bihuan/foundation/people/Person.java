package org.bihuan.foundation.people;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who raises matters. The plain values are for those who must reach the person; everything
 * shown to others goes through the masked views.
 *
 * @param id kept by case files
 * @param kind resident or organisation
 * @param name the resident, or who speaks for the organisation
 * @param phone the one given last
 * @param idNumber absent if never given
 * @param creditCode absent for residents
 * @param organisation absent for residents
 */
public record Person(
    UUID id,
    Kind kind,
    String name,
    Phone phone,
    @Nullable ResidentId idNumber,
    @Nullable CreditCode creditCode,
    @Nullable String organisation) {

  /** Who can raise matters. */
  public enum Kind {
    RESIDENT,
    ORGANISATION;

    /** The name used in tables and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** 张*. */
  public String maskedName() {
    return Masks.name(name);
  }

  /** 138****1234. */
  public String maskedPhone() {
    return phone.masked();
  }

  /** First six and last four characters; absent if there is no number. */
  public @Nullable String maskedIdNumber() {
    return idNumber == null ? null : idNumber.masked();
  }

  /** The id alone, so that no log can carry more. */
  @Override
  public String toString() {
    return "Person " + id;
  }
}
