package org.bihuan.services.grids;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The script that lets the round be written without network. It keeps the empty form and the files
 * of the page, by their fingerprints, and nothing about anybody.
 */
@Controller
@Open(reason = "a script; holds no data")
class WorkerScript {

  private static final List<String> FILES =
      List.of(
          "/vendor/bootstrap.min.css",
          "/bihuan.css",
          "/dark.css",
          "/contrast.css",
          "/elder.css",
          "/district.css",
          "/field.css",
          "/bihuan.js",
          "/outbox.js",
          "/grid.js",
          "/vendor/icons.svg",
          "/favicon.svg");

  private final String script;

  WorkerScript(Page.Site site) {
    var files =
        FILES.stream()
            .filter(site.prints()::containsKey)
            .map(file -> "\"" + file + "?v=" + site.prints().get(file) + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    this.script = "var FILES = " + files + ";\n" + DataFile.resource("grids/worker.js").text();
  }

  /** It may answer for {@code /grid} and what is under it, though it lies deeper. */
  @GetMapping("/grid/worker.js")
  ResponseEntity<String> worker() {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
        .cacheControl(CacheControl.noCache())
        .header("Service-Worker-Allowed", "/grid")
        .body(script);
  }
}
