package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A matter with its clocks, its entries and what the caller may do now. */
@Schema(name = "Case")
record CaseAnswer(
    @JsonUnwrapped Identity identity,
    @JsonUnwrapped Standing standing,
    @JsonUnwrapped Subject subject,
    List<ClockAnswer> clocks,
    List<EntryAnswer> entries,
    List<PossibleAct> acts) {

  /** A matter that has just been opened; entries and acts are read with its number. */
  @Schema(name = "OpenedCase")
  record Opened(
      @JsonUnwrapped Identity identity,
      @JsonUnwrapped Standing standing,
      List<ClockAnswer> clocks) {}

  /** What names it and says how it runs. */
  @Schema(name = "CaseIdentity")
  record Identity(
      UUID id,
      @Schema(example = "A140213051202611230000128") String number,
      @Schema(example = "7KQ2M9XC") String code,
      String procedure,
      int revision,
      @Nullable String item) {

    static Identity of(CaseView file) {
      var identity = file.identity();
      return new Identity(
          identity.id().value(),
          identity.number().value(),
          identity.code().value(),
          identity.procedure(),
          identity.revision(),
          identity.item());
    }

    /** Where the code alone opens a matter, only the person has it. */
    static Identity withoutCode(CaseView file) {
      var whole = of(file);
      return new Identity(whole.id, whole.number, "", whole.procedure, whole.revision, whole.item);
    }
  }

  /** Where it stands and who moves next. */
  @Schema(name = "CaseStanding")
  record Standing(
      String state,
      Text stateTitle,
      @Nullable String owner,
      String unit,
      @Nullable UUID handler,
      long version,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable Instant dueAt) {

    static Standing of(CaseView file, Procedure procedure) {
      var owner = file.owner();
      return new Standing(
          file.state(),
          title(procedure, file.state()),
          owner == null ? null : owner.code(),
          file.unit(),
          file.handler(),
          file.version(),
          file.times().openedAt(),
          file.times().closedAt(),
          file.times().dueAt());
    }

    static Text title(Procedure procedure, String state) {
      var rule = procedure.states().get(state);
      return rule == null ? new Text(state, state) : rule.title();
    }
  }

  /** What was raised, where and for whom. */
  @Schema(name = "CaseSubject")
  record Subject(
      String title,
      String area,
      Applicant applicant,
      String channel,
      @Schema(description = "Number of the case above") @Nullable String parent,
      @Schema(description = "Numbers of the cases under it, oldest first") List<String> children,
      int level,
      @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          ObjectNode facts) {}

  /** The person who raised it; name and phone are masked. */
  @Schema(name = "Applicant")
  record Applicant(
      UUID id,
      @Schema(example = "张*") String name,
      @Schema(example = "138****1234") String phone) {}

  /** An act the caller could do now, and what it asks for. */
  @Schema(name = "PossibleAct")
  record PossibleAct(
      String id,
      Text title,
      @Schema(description = "True if a note must say why") boolean noteNeeded,
      @Schema(
              type = "object",
              description = "JSON Schema of the facts it asks for; null if it asks for none",
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          @Nullable JsonNode form) {

    static PossibleAct of(ActRule rule) {
      return new PossibleAct(rule.id(), rule.title(), rule.has(ActRule.Flag.NOTE), rule.form());
    }
  }
}
