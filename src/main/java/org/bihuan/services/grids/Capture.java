package org.bihuan.services.grids;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a grid worker wrote on the round, as it reaches the house and not yet judged.
 *
 * @param grid code of the grid
 * @param kind on which round
 * @param matter code of the list
 * @param outcome what came of it; absent if none was chosen
 * @param fields what it says, by the names of {@link RecordFields}
 * @param raisedBy the resident who raised it; absent if nobody did
 * @param position where the phone was; empty if it did not say
 * @param writtenAt when it was written; absent if the phone did not say
 */
record Capture(
    String grid,
    String kind,
    String matter,
    @Nullable Outcome outcome,
    Map<String, String> fields,
    @Nullable ApplicantForm raisedBy,
    String position,
    @Nullable Instant writtenAt) {

  private static final System.Logger LOG = System.getLogger(Capture.class.getName());

  /** What came of it on the spot. */
  enum Outcome {
    /** Nothing was wrong. */
    WELL,
    /** It was settled on the spot. */
    SETTLED,
    /** Somebody comes again. */
    AGAIN,
    /** Others have to do it. */
    PASSED;

    static Optional<Outcome> of(String code) {
      for (var outcome : values()) {
        if (outcome.code().equals(code)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As the page sends it. */
  static Capture of(Typed typed) {
    var name = typed.value("applicant.name").strip();
    var phone = typed.value("applicant.phone").strip();
    boolean raised = !name.isEmpty() || !phone.isEmpty();
    return new Capture(
        typed.value("grid"),
        typed.value("kind"),
        typed.value("matter"),
        Outcome.of(typed.value("outcome")).orElse(null),
        RecordFields.cleaned(typed.under("")),
        raised ? new ApplicantForm(name, phone, null, null, null) : null,
        typed.value("position").strip(),
        instant(typed.value("at")));
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isBlank() ? null : Instant.parse(text.strip());
    } catch (DateTimeParseException e) {
      LOG.log(System.Logger.Level.DEBUG, "no instant: {0}", e.getErrorIndex());
      return null;
    }
  }

  String said(String field) {
    return fields.getOrDefault(field, "");
  }
}
