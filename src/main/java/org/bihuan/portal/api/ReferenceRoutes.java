package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.portal.api.ItemAnswer.Leaf;
import org.bihuan.portal.api.ReferenceAnswer.Kind;
import org.bihuan.portal.api.ReferenceAnswer.Office;
import org.bihuan.portal.api.ReferenceAnswer.Place;
import org.bihuan.portal.api.ReferenceAnswer.Whole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What anyone may look up: kinds of matters, items, places, units. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reference data")
@Open(reason = "public reference data: the law wants it published")
class ReferenceRoutes {

  private static final Reply.NotDone NO_PROCEDURE =
      new Reply.NotDone(
          404, "unknown-procedure", new Text("没有这类事项或版本", "There is no such procedure"));

  private final Procedures procedures;
  private final Places places;
  private final Units units;
  private final District district;
  private final Answering answering;

  ReferenceRoutes(
      Procedures procedures, Places places, Units units, District district, Answering answering) {
    this.procedures = procedures;
    this.places = places;
    this.units = units;
    this.district = district;
    this.answering = answering;
  }

  @GetMapping("/procedures")
  @Operation(summary = "List kinds of cases, newest revision of each")
  List<Kind> procedures() {
    return procedures.all().stream()
        .filter(p -> p.revision() == procedures.latest(p.id()).revision())
        .map(Kind::of)
        .toList();
  }

  @GetMapping("/procedures/{id}")
  @Operation(
      summary = "Read a procedure",
      description = "States, acts, clocks and form; with `item` as it runs for that item.")
  @ApiResponse(
      responseCode = "200",
      description = "The procedure",
      content = @Content(schema = @Schema(implementation = Whole.class)))
  ResponseEntity<String> procedure(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer revision,
      @RequestParam(required = false) @Nullable String item,
      Call call) {
    return answering.send(procedure(id, revision, item), call);
  }

  private Reply procedure(String id, @Nullable Integer revision, @Nullable String item) {
    if (procedures.all().stream().noneMatch(p -> p.id().equals(id))) {
      return NO_PROCEDURE;
    }
    int wanted = Objects.requireNonNullElse(revision, procedures.latest(id).revision());
    boolean known =
        procedures.find(id, wanted).isPresent()
            && (item == null
                || procedures.item(item).filter(i -> i.procedure().equals(id)).isPresent());
    return known ? Reply.ok(Whole.of(procedures.resolve(id, wanted, item))) : NO_PROCEDURE;
  }

  @GetMapping("/items")
  @Operation(summary = "List what one can apply for or report")
  List<Leaf> items(@RequestParam(required = false) @Nullable String procedure) {
    return procedures.items().stream()
        .filter(i -> procedure == null || i.procedure().equals(procedure))
        .map(Leaf::of)
        .toList();
  }

  @GetMapping("/areas")
  @Operation(
      summary = "List places",
      description =
          "All of the district, from the top down; with `under` only those directly in it.")
  List<Place> areas(@RequestParam(required = false) @Nullable String under) {
    if (under != null) {
      return places.under(under).stream().map(Place::of).toList();
    }
    return places.find(Integer.toString(district.code())).stream()
        .flatMap(this::andBelow)
        .map(Place::of)
        .toList();
  }

  private Stream<Area> andBelow(Area area) {
    return Stream.concat(
        Stream.of(area), places.under(area.code()).stream().flatMap(this::andBelow));
  }

  @GetMapping("/units")
  @Operation(summary = "List units that can own cases")
  List<Office> units() {
    return units.all().stream().map(Office::of).toList();
  }
}
