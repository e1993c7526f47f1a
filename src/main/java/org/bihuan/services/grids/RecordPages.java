package org.bihuan.services.grids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Handout;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One record: what it says, changing it, its photos; and the choice where two changed the same. */
@Controller
@RequestMapping("/grid")
@Needs(Role.GRID_WORKER)
class RecordPages {

  private final Records records;
  private final RoundReading reading;
  private final Sending sending;
  private final Attaching attaching;
  private final Evidence evidence;

  RecordPages(
      Records records,
      RoundReading reading,
      Sending sending,
      Attaching attaching,
      Evidence evidence) {
    this.records = records;
    this.reading = reading;
    this.sending = sending;
    this.attaching = attaching;
    this.evidence = evidence;
  }

  @GetMapping("/records/{id}")
  ModelAndView record(@PathVariable UUID id, Actor actor) {
    var sheet = sheet(id, actor);
    return page(sheet, typed(sheet), actor);
  }

  @PostMapping("/records/{id}")
  ModelAndView amend(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    return switch (sending.amend(id, typed, actor)) {
      case Records.Sent.Kept(var record) -> new ModelAndView("redirect:/grid/records/" + record);
      case Records.Sent.Clashing(var clash) -> new ModelAndView("redirect:/grid/clashes/" + clash);
      case Records.Sent.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Records.Sent.Wrong(var errors) -> {
        var page = page(sheet(id, actor), typed.with(errors), actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  @PostMapping("/records/{id}/files")
  String add(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Actor actor,
      RedirectAttributes later) {
    var sheet = sheet(id, actor);
    later.addFlashAttribute("attached", attaching.attach(sheet.line().id(), actor, files));
    return "redirect:/grid/records/" + id + "#files-of";
  }

  @GetMapping("/records/{record}/files/{id}")
  ResponseEntity<Resource> content(@PathVariable UUID record, @PathVariable UUID id, Actor actor) {
    return hand(record, id, Evidence.Part.CONTENT, actor);
  }

  @GetMapping("/records/{record}/files/{id}/small")
  ResponseEntity<Resource> small(@PathVariable UUID record, @PathVariable UUID id, Actor actor) {
    return hand(record, id, Evidence.Part.THUMBNAIL, actor);
  }

  private ResponseEntity<Resource> hand(UUID id, UUID file, Evidence.Part part, Actor actor) {
    return evidence
        .hand(sheet(id, actor).line().id(), file, part, actor)
        .map(Handout::answer)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/clashes/{id}")
  ModelAndView clash(@PathVariable UUID id, Actor actor) {
    return clashPage(clashing(id, actor), Typed.NOTHING);
  }

  @PostMapping("/clashes/{id}")
  ModelAndView choose(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
    var typed = Typed.of(sent);
    var version = typed.value("version");
    long seen = version.matches("\\d{1,9}") ? Long.parseLong(version) : 0;
    return switch (records.settle(id, typed.under("choice."), seen, actor)) {
      case Records.Sent.Kept(var record) -> new ModelAndView("redirect:/grid/records/" + record);
      case Records.Sent.Clashing(var clash) -> new ModelAndView("redirect:/grid/clashes/" + clash);
      case Records.Sent.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Records.Sent.Wrong(var errors) -> {
        var page = clashPage(clashing(id, actor), typed.with(errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private ClashSheet clashing(UUID id, Actor actor) {
    return records
        .clash(id, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView clashPage(ClashSheet sheet, Typed typed) {
    return new ModelAndView(
        "grids/clash", Map.of("sheet", sheet, "typed", typed, "by", reading.name(sheet.by())));
  }

  private RecordSheet sheet(UUID id, Actor actor) {
    return records
        .find(id, actor)
        .map(reading::sheet)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Typed typed(RecordSheet sheet) {
    var values = new LinkedHashMap<String, List<String>>();
    sheet.fields().forEach((name, value) -> values.put(name, List.of(value)));
    return new Typed(values, List.of());
  }

  private static ModelAndView page(RecordSheet sheet, Typed typed, Actor actor) {
    return new ModelAndView(
        "grids/record",
        Map.of(
            "sheet",
            sheet,
            "typed",
            typed,
            "key",
            UUID.randomUUID().toString(),
            "me",
            actor.id().toString()));
  }
}
