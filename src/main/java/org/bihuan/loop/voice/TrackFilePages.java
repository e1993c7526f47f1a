package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.evidence.Attaching;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Handout;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a matter, for the one who raised it. */
@Controller
@RequestMapping("/track/{code}/files")
@Open(reason = "only for the session that has shown code and phone")
class TrackFilePages {

  private final Voice voice;
  private final Evidence evidence;
  private final Attaching attaching;

  TrackFilePages(Voice voice, Evidence evidence, Attaching attaching) {
    this.voice = voice;
    this.evidence = evidence;
    this.attaching = attaching;
  }

  @PostMapping
  String add(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      RedirectAttributes later) {
    var file = allowed(code, request);
    if (file.isEmpty()) {
      return "redirect:/track";
    }
    later.addFlashAttribute(
        "attached",
        attaching.attach(file.get().identity().id().value(), person(file.get()), files));
    return "redirect:/track/" + file.get().identity().code().value() + "#files-of";
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> content(
      @PathVariable String code, @PathVariable UUID id, HttpServletRequest request) {
    return hand(code, id, Evidence.Part.CONTENT, request);
  }

  @GetMapping("/{id}/small")
  ResponseEntity<Resource> small(
      @PathVariable String code, @PathVariable UUID id, HttpServletRequest request) {
    return hand(code, id, Evidence.Part.THUMBNAIL, request);
  }

  private ResponseEntity<Resource> hand(
      String code, UUID id, Evidence.Part part, HttpServletRequest request) {
    return allowed(code, request)
        .flatMap(file -> evidence.hand(file.identity().id().value(), id, part, person(file)))
        .map(Handout::answer)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<CaseView> allowed(String code, HttpServletRequest request) {
    return CaseCode.parse(code)
        .filter(c -> Shown.allows(request.getSession(false), c.value()))
        .flatMap(voice::track)
        .map(Voice.Tracked::file);
  }

  private static Actor person(CaseView file) {
    return Actor.applicant(file.subject().applicant(), "");
  }
}
