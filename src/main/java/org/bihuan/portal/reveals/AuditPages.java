package org.bihuan.portal.reveals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.foundation.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who was shown what in full: for administrators, to look through and to hand on. */
@Controller
@Needs(Role.ADMIN)
class AuditPages {

  private static final int ROWS = 50;

  /** More than a spreadsheet is read for; older rows are asked for by filter. */
  private static final int EXPORTED = 10_000;

  private final RevealReading reveals;

  AuditPages(RevealReading reveals) {
    this.reveals = reveals;
  }

  /** What the filter above the list sends. */
  record Filter(
      @Nullable String login,
      @Nullable String unit,
      @Nullable String number,
      @Nullable UUID after) {

    Typed typed() {
      return Typed.of(Map.of("login", one(login), "unit", one(unit), "number", one(number)));
    }

    private static List<String> one(@Nullable String value) {
      return value == null ? List.of() : List.of(value);
    }
  }

  @GetMapping("/desk/reveals")
  ModelAndView list(Filter filter) {
    return new ModelAndView(
        "reveals/list",
        Map.of(
            "lines", reveals.lines(filter, ROWS),
            "rows", ROWS,
            "units", reveals.units(),
            "typed", filter.typed()));
  }

  @GetMapping("/desk/reveals.csv")
  ResponseEntity<byte[]> export(Filter filter, @RequestParam(defaultValue = "zh") String lang) {
    var file = new StringBuilder(Csv.MARK);
    file.append(Csv.line(RevealReading.COLUMNS));
    reveals.lines(filter, EXPORTED).forEach(line -> file.append(Csv.line(line.cells(lang))));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reveals.csv\"")
        .body(file.toString().getBytes(StandardCharsets.UTF_8));
  }
}
