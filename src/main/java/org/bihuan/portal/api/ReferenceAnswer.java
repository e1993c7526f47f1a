package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Source;
import org.bihuan.loop.procedures.StateRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reference data as programs read it, always in both languages. */
final class ReferenceAnswer {

  private ReferenceAnswer() {}

  /** A kind of matter in a list. */
  @Schema(name = "ProcedureSummary")
  record Kind(String id, int revision, String letter, Text title, Text summary, Origin source) {

    static Kind of(Procedure p) {
      return new Kind(
          p.id(), p.revision(), p.letter(), p.title(), p.summary(), Origin.of(p.source()));
    }
  }

  /** A kind of matter with all that runs it. */
  @Schema(name = "Procedure")
  record Whole(
      String id,
      int revision,
      String letter,
      Text title,
      Text summary,
      Origin source,
      List<State> states,
      List<PossibleAct> acts,
      List<Limits> clocks,
      @Schema(
              type = "object",
              description = "JSON Schema of the facts asked when a case is opened",
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          JsonNode form) {

    static Whole of(Procedure p) {
      return new Whole(
          p.id(),
          p.revision(),
          p.letter(),
          p.title(),
          p.summary(),
          Origin.of(p.source()),
          p.states().values().stream().map(State::of).toList(),
          p.acts().values().stream().map(PossibleAct::of).toList(),
          p.clocks().values().stream().map(Limits::of).toList(),
          p.form());
    }
  }

  /** Where a rule comes from: national, local, or ours. */
  @Schema(name = "RuleSource")
  record Origin(String text, String origin) {

    static Origin of(Source source) {
      return new Origin(source.text(), source.origin().name().toLowerCase(Locale.ROOT));
    }
  }

  /** A state a matter can be in. */
  @Schema(name = "ProcedureState")
  record State(String id, Text title, Text plain, @Nullable String owner, boolean end) {

    static State of(StateRule s) {
      var owner = s.owner();
      return new State(s.id(), s.title(), s.plain(), owner == null ? null : owner.code(), s.end());
    }
  }

  /** An act of a procedure. */
  @Schema(name = "ProcedureAct")
  record PossibleAct(
      String id,
      Text title,
      List<String> from,
      @Nullable String to,
      List<String> who,
      boolean noteNeeded,
      @Schema(description = "CEL condition; null means always") @Nullable String when,
      @Schema(description = "Only so long after closing; null means no such limit")
          @Nullable String within,
      @Schema(
              type = "object",
              description = "JSON Schema of the facts it asks for; null if it asks for none",
              additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          @Nullable JsonNode form) {

    static PossibleAct of(ActRule a) {
      return new PossibleAct(
          a.id(),
          a.title(),
          sorted(a.from()),
          a.to(),
          a.who().stream().sorted().map(Role::code).toList(),
          a.has(ActRule.Flag.NOTE),
          a.when(),
          told(a.within()),
          a.form());
    }
  }

  /** A clock of a procedure. */
  @Schema(name = "ProcedureClock")
  record Limits(
      String id,
      Text title,
      List<String> begins,
      List<String> ends,
      List<Tier> limits,
      @Nullable String extension,
      List<String> expires,
      Origin source) {

    static Limits of(ClockRule c) {
      return new Limits(
          c.id(),
          c.title(),
          sorted(c.begins()),
          sorted(c.ends()),
          c.tiers().stream()
              .map(t -> new Tier(t.when(), t.limit().toString(), told(t.promised())))
              .toList(),
          told(c.extension()),
          c.expires(),
          Origin.of(c.source()));
    }
  }

  /** A limit and the condition it holds under. */
  @Schema(name = "ClockTier")
  record Tier(@Nullable String when, String limit, @Nullable String promised) {}

  /** A place of the district. */
  @Schema(name = "Area")
  record Place(String code, String kind, Text name, @Nullable String parent) {

    static Place of(Area a) {
      return new Place(a.code(), a.kind().code(), a.name(), a.parent());
    }
  }

  /** A unit that can own matters. */
  @Schema(name = "Unit")
  record Office(String code, String kind, Text name, @Nullable String parent, String area) {

    static Office of(WorkUnit u) {
      return new Office(u.code(), u.kind().code(), u.name(), u.parent(), u.area());
    }
  }

  static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  static @Nullable String told(@Nullable Limit limit) {
    return limit == null ? null : limit.toString();
  }
}
