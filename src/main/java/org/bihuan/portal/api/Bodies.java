package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.bihuan.foundation.people.ApplicantForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What programs send. A member not listed here is refused by name. */
final class Bodies {

  private static final String FACTS =
      "Answers to the form of the procedure or act, by the names of its JSON Schema";

  private Bodies() {}

  /** Who raises the matter. */
  @Schema(
      name = "ApplicantBody",
      requiredProperties = {"name", "phone"})
  record ApplicantBody(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String idNumber,
      @Nullable String creditCode,
      @Nullable String organisation) {

    static ApplicantBody of(BodyReader body) {
      return new ApplicantBody(
          body.text("name"),
          body.text("phone"),
          body.text("idNumber"),
          body.text("creditCode"),
          body.text("organisation"));
    }

    ApplicantForm form() {
      return new ApplicantForm(name, phone, idNumber, creditCode, organisation);
    }

    /** Names no value: bodies end up in logs. */
    @Override
    public String toString() {
      return "ApplicantBody";
    }
  }

  /** A matter to be opened. */
  @Schema(
      name = "OpeningBody",
      requiredProperties = {"procedure", "title", "area", "applicant"})
  record OpeningBody(
      @Nullable String procedure,
      @Nullable String item,
      @Nullable String title,
      @Nullable String area,
      @Schema(
              defaultValue = "api",
              allowableValues = {"window", "phone", "online", "api", "grid", "internal"})
          @Nullable String channel,
      @Nullable ApplicantBody applicant,
      @Schema(
              type = "object",
              description = FACTS,
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          ObjectNode facts,
      @Schema(description = "Number of the case it is opened under") @Nullable String parent) {

    static OpeningBody of(BodyReader body) {
      return new OpeningBody(
          body.text("procedure"),
          body.text("item"),
          body.text("title"),
          body.text("area"),
          Objects.requireNonNullElse(body.text("channel"), "api"),
          body.object("applicant", ApplicantBody::of),
          body.facts("facts"),
          body.text("parent"));
    }
  }

  /** An act of staff. */
  @Schema(name = "ActBody")
  record ActBody(
      @Schema(description = "The version seen; the act is refused if the case has moved on since")
          @Nullable Long version,
      @Schema(description = "Reason or remark, at most 2000 characters") @Nullable String note,
      @Schema(
              type = "object",
              description = FACTS,
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          ObjectNode facts) {

    static ActBody of(BodyReader body) {
      return new ActBody(body.whole("version"), body.text("note"), body.facts("facts"));
    }
  }

  /** An act of the person who raised the matter. */
  @Schema(
      name = "SayBody",
      requiredProperties = {"phoneTail"})
  record SayBody(
      @Schema(description = "Last four digits of the phone given") @Nullable String phoneTail,
      @Nullable Long version,
      @Nullable String note,
      @Schema(
              type = "object",
              description = FACTS,
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          ObjectNode facts) {

    static SayBody of(BodyReader body) {
      return new SayBody(
          body.text("phoneTail"), body.whole("version"), body.text("note"), body.facts("facts"));
    }
  }

  /** Asking to see a person's values in full. */
  @Schema(
      name = "RevealBody",
      requiredProperties = {"reason", "fields"})
  record RevealBody(
      @Schema(description = "Why; logged with what was shown") @Nullable String reason,
      @Schema(
              description = "name, phone, id-number, credit-code; commas between",
              example = "name,phone")
          @Nullable String fields) {

    static RevealBody of(BodyReader body) {
      return new RevealBody(body.text("reason"), body.text("fields"));
    }
  }
}
