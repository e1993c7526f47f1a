package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.loop.cases.register.RegisterRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of the register: what happened, who did it, and what proves it. */
@Schema(name = "Entry")
record EntryAnswer(
    long version,
    String act,
    String from,
    String to,
    Instant at,
    Doer actor,
    String role,
    @Nullable UUID onBehalf,
    @Nullable String note,
    @Schema(
            type = "object",
            description = "What the act changed; absent only after lawful erasure",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        @Nullable JsonNode data,
    @JsonUnwrapped Proof proof) {

  /** Who did something: staff by name, the person who raised the matter masked. */
  @Schema(name = "Doer")
  record Doer(UUID id, String name) {}

  /** Where in the register, and the SHA-256 over the entry before it and its own bytes. */
  @Schema(name = "EntryProof")
  record Proof(int lane, long position, String digest) {}

  static EntryAnswer of(RegisterRow row, Function<UUID, String> names) {
    var entry = row.entry();
    return new EntryAnswer(
        entry.version(),
        entry.act(),
        entry.from(),
        entry.to(),
        entry.at(),
        new Doer(entry.actor(), names.apply(entry.actor())),
        entry.role().code(),
        entry.onBehalf(),
        entry.content().note(),
        entry.content().data(),
        new Proof(entry.place().lane(), entry.place().position(), row.digest()));
  }
}
