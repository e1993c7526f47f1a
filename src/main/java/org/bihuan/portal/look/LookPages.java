package org.bihuan.portal.look;

import java.time.Duration;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.shared.Look;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a reader chooses how pages look, and the colours and the mark a district chose. */
@Controller
@Open(reason = "how a page looks is nobody's secret")
class LookPages {

  private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(30));

  private final Assets assets;

  LookPages(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/look")
  ModelAndView look() {
    return new ModelAndView("portal/look", Map.of("themes", Look.Theme.values()));
  }

  @GetMapping(Assets.DISTRICT_CSS)
  ResponseEntity<String> css() {
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .contentType(new MediaType("text", "css"))
        .body(assets.css());
  }

  /** A picture and nothing else: whatever it holds is not run. */
  @GetMapping(Assets.DISTRICT_MARK)
  ResponseEntity<byte[]> mark() {
    var mark = assets.mark();
    if (mark == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .contentType(MediaType.parseMediaType(mark.type()))
        .body(mark.bytes());
  }
}
