package org.bihuan.services.grids;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Grid;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Qr;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What must be public of grids: the card of each, and what its worker may be asked to do. */
@Controller
@Open(reason = "grids, their officers and matters are published")
class GridPages {

  private final Places places;
  private final Posts posts;
  private final Staff staff;
  private final MatterList matters;

  GridPages(Places places, Posts posts, Staff staff, MatterList matters) {
    this.places = places;
    this.posts = posts;
    this.staff = staff;
    this.matters = matters;
  }

  /** The grids of a street or community; without one, the streets to choose from. */
  @GetMapping("/grids")
  ModelAndView find(@RequestParam(required = false) @Nullable String area) {
    var within = area == null ? "" : area.strip();
    var page = new ModelAndView("grids/find");
    page.addObject("area", within);
    page.addObject("choices", choices());
    page.addObject("cards", within.isEmpty() ? List.of() : cards(within));
    return page;
  }

  /** Streets, and under each its communities; only those with a grid in them. */
  private Map<String, Text> choices() {
    var choices = new LinkedHashMap<String, Text>();
    for (var street : places.streets()) {
      if (!grids(street.code()).isEmpty()) {
        choices.put(street.code(), street.name());
        places.under(street.code()).stream()
            .filter(below -> below.kind() == Area.Kind.COMMUNITY)
            .forEach(below -> choices.put(below.code(), joined(street.name(), below.name())));
      }
    }
    return choices;
  }

  private static Text joined(Text street, Text community) {
    return new Text(street.zh() + community.zh(), community.en() + ", " + street.en());
  }

  private List<Grid> grids(String within) {
    var found = new ArrayList<Grid>();
    places.grid(within).ifPresent(found::add);
    places.under(within).forEach(below -> found.addAll(grids(below.code())));
    return found;
  }

  private List<GridCard> cards(String within) {
    var held = posts.held();
    var found = grids(within);
    var holders = held.values().stream().map(GridPost::staff).distinct().toList();
    var names = staff.names(holders);
    return found.stream().map(grid -> card(grid, held.get(grid.area().code()), names)).toList();
  }

  private GridCard card(Grid grid, @Nullable GridPost post, Map<UUID, String> names) {
    var path = places.path(grid.area().code());
    var around = path.subList(Math.min(1, path.size()), Math.max(0, path.size() - 1));
    var zh = new StringBuilder();
    var en = new ArrayList<String>();
    for (var area : around) {
      zh.append(area.name().zh());
      en.addFirst(area.name().en());
    }
    return new GridCard(
        grid.area().code(),
        grid.area().name(),
        new Text(zh.toString(), String.join(", ", en)),
        post == null ? grid.officer() : names.getOrDefault(post.staff(), grid.officer()),
        post == null ? "" : post.phone(),
        grid.phone());
  }

  @GetMapping("/grids/matters")
  ModelAndView matters() {
    return new ModelAndView("grids/matters", Map.of("list", matters));
  }

  @GetMapping("/grids/{grid}")
  ModelAndView card(@PathVariable(name = "grid") String code) {
    var card =
        Optional.of(code)
            .flatMap(places::grid)
            .flatMap(grid -> cards(grid.area().code()).stream().findFirst())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var address =
        ServletUriComponentsBuilder.fromCurrentContextPath().path("/grids/" + code).toUriString();
    return new ModelAndView("grids/card", Map.of("card", card, "qr", Qr.of(address)));
  }
}
