package org.bihuan.portal.files;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Handout;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.sight.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a matter, for staff who may read it; to others there are none. */
@Controller
@RequestMapping("/desk/cases/{number}/files")
@Needs.Desk
class FilePages {

  private static final String CONTENT = "GET /desk/cases/{number}/files/{id}";

  private final Sights sights;
  private final Evidence evidence;
  private final Attaching attaching;

  FilePages(Sights sights, Evidence evidence, Attaching attaching) {
    this.sights = sights;
    this.evidence = evidence;
    this.attaching = attaching;
  }

  @PostMapping
  String add(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Actor actor,
      RedirectAttributes later) {
    var file = file(number, actor);
    later.addFlashAttribute(
        "attached", attaching.attach(file.identity().id().value(), actor, files));
    return "redirect:/desk/cases/" + file.identity().number().value() + "#files-of";
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> content(
      @PathVariable String number, @PathVariable UUID id, Actor actor) {
    return hand(number, id, Evidence.Part.CONTENT, actor);
  }

  @GetMapping("/{id}/small")
  ResponseEntity<Resource> small(@PathVariable String number, @PathVariable UUID id, Actor actor) {
    return hand(number, id, Evidence.Part.THUMBNAIL, actor);
  }

  /** Asked by a form, since asking is written down. */
  @PostMapping("/{id}/origin")
  ModelAndView origin(@PathVariable String number, @PathVariable UUID id, Actor actor) {
    var origin =
        evidence
            .origin(file(number, actor).identity().id().value(), id, actor)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("evidence/origin", Map.of("number", number, "origin", origin));
  }

  private ResponseEntity<Resource> hand(String number, UUID id, Evidence.Part part, Actor actor) {
    return evidence
        .hand(file(number, actor).identity().id().value(), id, part, actor)
        .map(Handout::answer)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private CaseView file(String number, Actor actor) {
    return sights
        .find(CONTENT, number, actor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
