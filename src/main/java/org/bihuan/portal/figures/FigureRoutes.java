package org.bihuan.portal.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.insight.rates.Figures;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The rates for programs: the same numbers as on the page. */
@RestController
@Tag(name = "Figures")
class FigureRoutes {

  private final RateReading tables;
  private final Figures figures;

  FigureRoutes(RateReading tables, Figures figures) {
    this.tables = tables;
    this.figures = figures;
  }

  /**
   * What the address asks for; all may be absent.
   *
   * @param from first day, with {@code to}; absent means what is running of {@code period}
   * @param to last day
   * @param period week, month, quarter or year up to today; absent means month
   * @param by unit, item, street, channel, kind or time; absent means unit
   * @param unit only this unit's; heads of units read their own alone
   */
  record Asked(
      @Nullable String from,
      @Nullable String to,
      @Nullable String period,
      @Nullable String by,
      @Nullable String unit) {}

  @GetMapping(path = "/api/v1/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs({Role.LEADER, Role.ADMIN, Role.APPROVER})
  @Operation(
      summary = "Read the rates of appeals",
      description =
          "Response, solution, satisfaction and recurrence, each with numerator, denominator, what is"
              + " told beside and what is left out; heads of units read those of their unit.")
  FigureAnswer figures(@ParameterObject Asked asked, Actor actor) {
    var by = Objects.requireNonNullElse(asked.by(), "unit");
    var filter =
        new RateFilter(
            asked.period(),
            asked.from(),
            asked.to(),
            by,
            asked.unit(),
            "name",
            null,
            null,
            null,
            null,
            null);
    var read = tables.asked(filter, actor);
    if (asked.unit() != null && !asked.unit().equals(read.unit())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (!read.sound() || !List.of(read.by(), RateAsked.TIME).contains(by)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return FigureAnswer.of(tables.read(read, actor), figures.version());
  }
}
