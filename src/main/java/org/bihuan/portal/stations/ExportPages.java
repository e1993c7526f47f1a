package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of stations as a file. */
@Controller
@Needs.Desk
class ExportPages {

  private final StationFiles files;

  ExportPages(StationFiles files) {
    this.files = files;
  }

  @PostMapping("/desk/stations/export")
  ResponseEntity<byte[]> stations(Actor actor, HttpServletRequest request) {
    return files.stations(actor, request);
  }
}
