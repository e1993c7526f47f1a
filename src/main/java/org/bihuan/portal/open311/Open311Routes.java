package org.bihuan.portal.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The addresses of Open311 GeoReport v2; the ending says in which format the answer comes. */
@Controller
@RequestMapping("/open311")
@Open(
    reason =
        "clients of the standard read services and states and send requests without an account")
class Open311Routes {

  private final Services services;
  private final Requests requests;
  private final Posting posting;
  private final Rendering rendering;
  private final Door door;

  Open311Routes(
      Services services, Requests requests, Posting posting, Rendering rendering, Door door) {
    this.services = services;
    this.requests = requests;
    this.posting = posting;
    this.rendering = rendering;
    this.door = door;
  }

  @GetMapping("/v2/discovery.{format}")
  ResponseEntity<String> discovery(@PathVariable String format, HttpServletRequest request) {
    return answer(format, request, caller -> Discovery.of(caller));
  }

  @GetMapping("/v2/services.{format}")
  ResponseEntity<String> services(@PathVariable String format, HttpServletRequest request) {
    return answer(format, request, caller -> services.all(caller.locale()));
  }

  @GetMapping("/v2/services/{item}.{format}")
  ResponseEntity<String> service(
      @PathVariable String item, @PathVariable String format, HttpServletRequest request) {
    return answer(format, request, caller -> services.definition(item, caller.locale()));
  }

  @GetMapping("/v2/requests.{format}")
  ResponseEntity<String> list(
      @PathVariable String format,
      @RequestParam Map<String, String> asked,
      HttpServletRequest request) {
    return answer(
        format,
        request,
        caller ->
            switch (Filter.read(asked, door.clock().instant())) {
              case Filter.Read.Sound(var filter) -> requests.list(filter, caller);
              case Filter.Read.Faulty(var faults) -> new Told.Wrong(400, faults);
            });
  }

  @PostMapping("/v2/requests.{format}")
  ResponseEntity<String> post(
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request) {
    return answer(format, request, caller -> posting.post(Typed.of(sent), caller));
  }

  @GetMapping("/v2/requests/{id}.{format}")
  ResponseEntity<String> one(
      @PathVariable String id, @PathVariable String format, HttpServletRequest request) {
    return answer(format, request, caller -> requests.one(id, caller));
  }

  @GetMapping("/v2/tokens/{id}.{format}")
  ResponseEntity<String> token(
      @PathVariable String id, @PathVariable String format, HttpServletRequest request) {
    return answer(format, request, caller -> requests.token(id));
  }

  /** Whatever else is asked for is not there, in the format that was asked for. */
  @RequestMapping("/**")
  ResponseEntity<String> nothing(HttpServletRequest request) {
    var path = request.getRequestURI();
    var told = Told.wrong(404, "没有这个地址", "there is no such address");
    return sent(told, ending(path), request);
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private ResponseEntity<String> answer(
      String format, HttpServletRequest request, java.util.function.Function<Caller, Told> work) {
    if (!Format.known(format)) {
      return nothing(request);
    }
    var told =
        switch (door.open(request)) {
          case Door.Opened.To(var caller) -> work.apply(caller);
          case Door.Opened.Shut(var why) -> why;
        };
    return sent(told, format, request);
  }

  private ResponseEntity<String> sent(Told told, String ending, HttpServletRequest request) {
    var format = Format.of(ending);
    return switch (told) {
      case Told.Many(var status, var listing) ->
          head(status, format).body(rendering.of(listing, format));
      case Told.One(var root, var values) ->
          head(200, format).body(rendering.of(root, values, format));
      case Told.Wrong wrong -> {
        var locale = RequestContextUtils.getLocale(request);
        var errors =
            wrong.faults().stream()
                .map(
                    fault -> {
                      var error = new LinkedHashMap<String, Object>();
                      error.put("code", wrong.status());
                      error.put("description", fault.in(locale));
                      return error;
                    })
                .toList();
        var listing = new Listing("errors", "error", errors);
        yield head(wrong.status(), format).body(rendering.of(listing, format));
      }
    };
  }

  /** Pages of others may read it: nothing here depends on who is signed in. */
  private static ResponseEntity.BodyBuilder head(int status, Format format) {
    var head =
        ResponseEntity.status(status)
            .contentType(format.type())
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    return status == 429 ? head.header(HttpHeaders.RETRY_AFTER, "60") : head;
  }
}
