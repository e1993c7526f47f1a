package org.bihuan.portal.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The rates of appeals: the table, the lists behind it, what comes back; as pages and as files. */
@Controller
@Needs({Role.LEADER, Role.ADMIN, Role.APPROVER})
class RatePages {

  private final RateReading tables;
  private final RateListReading lists;
  private final RateFile files;
  private final LocaleResolver languages;

  RatePages(
      RateReading tables, RateListReading lists, RateFile files, LocaleResolver localeResolver) {
    this.tables = tables;
    this.lists = lists;
    this.files = files;
    this.languages = localeResolver;
  }

  @GetMapping("/board/rates")
  ModelAndView table(RateFilter filter, Actor actor) {
    var asked = tables.asked(filter, actor);
    var page = new ModelAndView("figures/table", Map.of("table", tables.read(asked, actor)));
    page.setStatus(asked.sound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @GetMapping("/board/rates.csv")
  ResponseEntity<byte[]> file(RateFilter filter, Actor actor, HttpServletRequest request) {
    var table = tables.read(tables.asked(filter, actor), actor);
    var language = languages.resolveLocale(request);
    return sent("rates-" + table.asked().period().to(), files.table(table, language));
  }

  @GetMapping("/board/rates/list")
  ModelAndView list(RateFilter filter, Actor actor) {
    var asked = tables.asked(filter, actor);
    return new ModelAndView("figures/list", Map.of("list", lists.read(asked, filter, actor)));
  }

  /** The whole list as a file; what was taken is written down first. */
  @PostMapping("/board/rates/list/export")
  ResponseEntity<byte[]> export(RateFilter filter, Actor actor, HttpServletRequest request) {
    var asked = tables.asked(filter, actor);
    var written = files.list(asked, filter, actor, languages.resolveLocale(request));
    return sent("rates-" + written.id(), written.text());
  }

  @GetMapping("/board/rates/again")
  ModelAndView again(RateFilter filter, Actor actor) {
    var asked = tables.asked(filter, actor);
    return new ModelAndView("figures/again", Map.of("again", lists.again(asked)));
  }

  private static ResponseEntity<byte[]> sent(String name, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bihuan-" + name + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
