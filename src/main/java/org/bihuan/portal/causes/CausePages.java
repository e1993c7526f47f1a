package org.bihuan.portal.causes;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.services.causes.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The root causes and how far each is put right, for everybody at the desk. */
@Controller
@RequestMapping("/desk/causes")
@Needs.Desk
class CausePages {

  private static final int ROWS = 30;
  private static final int EXPORTED = 5000;
  private static final List<String> COLUMNS =
      List.of(
          "title", "items", "area", "unit", "state", "measure", "responsible", "term", "linked");

  private final CauseReading causes;
  private final MessageSource messages;
  private final LocaleResolver languages;

  CausePages(CauseReading causes, MessageSource messages, LocaleResolver localeResolver) {
    this.causes = causes;
    this.messages = messages;
    this.languages = localeResolver;
  }

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable UUID after) {
    var from = Objects.requireNonNullElse(after, Causes.NEWEST);
    var rows = causes.rows(from, ROWS + 1);
    var shown = new HashMap<String, @Nullable Object>();
    shown.put("rows", rows.subList(0, Math.min(ROWS, rows.size())));
    shown.put(
        "next",
        rows.size() > ROWS ? "/desk/causes?after=" + rows.get(ROWS - 1).cause().id() : null);
    shown.put("first", after == null ? null : "/desk/causes");
    return new ModelAndView("causes/list", shown);
  }

  @GetMapping("/{id}")
  ModelAndView one(@PathVariable UUID id, Actor actor) {
    var sheet =
        causes.read(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("causes/cause", "sheet", sheet);
  }

  @GetMapping("/export.csv")
  ResponseEntity<byte[]> file(HttpServletRequest request) {
    var language = languages.resolveLocale(request);
    var text = new StringBuilder(Csv.MARK);
    text.append(Csv.line(COLUMNS.stream().map(column -> say(column, language)).toList()));
    causes.rows(Causes.NEWEST, EXPORTED).forEach(row -> text.append(line(row, language)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bihuan-causes.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(CauseSheet.Row row, Locale language) {
    var put = row.put();
    return Csv.line(
        List.of(
            row.cause().title(),
            row.items().stream().map(item -> item.in(language)).collect(Collectors.joining(" ")),
            row.area().in(language),
            put.unit().in(language),
            put.state().in(language),
            put.answer("measure").in(language),
            put.answer("responsible").in(language),
            put.answer("term").in(language),
            Integer.toString(row.linked())));
  }

  private String say(String column, Locale language) {
    return messages.getMessage("causes.column." + column, new Object[0], language);
  }
}
