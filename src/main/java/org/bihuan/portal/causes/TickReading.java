package org.bihuan.portal.causes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.bihuan.services.causes.Cause;
import org.bihuan.services.causes.Causes;
import org.springframework.stereotype.Component;

/**
 * Reads the matters that were ticked, as far as the reader may see them, and what may be chosen.
 */
@Component
final class TickReading {

  private static final int MOST = 100;
  private static final int CAUSES = 200;
  private static final String LINKABLE = "appeal";

  private final Causes causes;
  private final Procedures procedures;
  private final Places places;
  private final Naming naming;
  private final Sights sights;

  TickReading(Causes causes, Procedures procedures, Places places, Naming naming, Sights sights) {
    this.causes = causes;
    this.procedures = procedures;
    this.places = places;
    this.naming = naming;
    this.sights = sights;
  }

  /** The matters of these numbers; a list may add the version somebody saw after a colon. */
  List<CaseView> ticked(List<String> numbers, Actor actor) {
    return numbers.stream()
        .limit(MOST)
        .map(number -> number.replaceFirst("[^0-9A-Za-z].*", ""))
        .distinct()
        .flatMap(number -> sights.find(CauseReading.MATTER, number, actor).stream())
        .toList();
  }

  CauseForm form(List<CaseView> ticked) {
    return new CauseForm(
        ticked.stream().map(this::ticked).toList(),
        causes.all(Causes.NEWEST, CAUSES),
        items(),
        areas(ticked),
        naming.units());
  }

  private CauseForm.Ticked ticked(CaseView file) {
    var identity = file.identity();
    return new CauseForm.Ticked(
        identity.number().value(),
        file.subject().title(),
        item(file),
        naming.area(file.subject().area()),
        causes.of(identity.id()).map(Cause::title).orElse(""));
  }

  private Text item(CaseView file) {
    var code = Objects.requireNonNullElse(file.identity().item(), "");
    return procedures
        .item(code)
        .map(Item::title)
        .orElseGet(() -> procedures.latest(file.identity().procedure()).title());
  }

  private Map<String, Text> items() {
    var items = new LinkedHashMap<String, Text>();
    procedures.items().stream()
        .filter(item -> item.procedure().equals(LINKABLE))
        .forEach(item -> items.put(item.code(), item.title()));
    return items;
  }

  /** The streets, and the very places of what was ticked. */
  private Map<String, Text> areas(List<CaseView> ticked) {
    var areas = new LinkedHashMap<String, Text>();
    ticked.stream()
        .map(file -> file.subject().area())
        .forEach(code -> areas.put(code, naming.area(code)));
    places.streets().forEach(street -> areas.put(street.code(), street.name()));
    return areas;
  }
}
