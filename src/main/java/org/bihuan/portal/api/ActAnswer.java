package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An act the caller could do now, and what it asks for. */
@Schema(name = "PossibleAct")
record ActAnswer(
    String id,
    Text title,
    @Schema(description = "True if a note must say why") boolean noteNeeded,
    @Schema(
            type = "object",
            description = "JSON Schema of the facts it asks for; null if it asks for none",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        @Nullable JsonNode form) {

  static ActAnswer of(ActRule rule) {
    return new ActAnswer(rule.id(), rule.title(), rule.has(ActRule.Flag.NOTE), rule.form());
  }
}
