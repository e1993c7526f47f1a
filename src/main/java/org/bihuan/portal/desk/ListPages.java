package org.bihuan.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.portal.counters.Counters;
import org.bihuan.portal.views.View;
import org.bihuan.portal.views.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The work list: what has to be moved next, as a page and as a file. */
@Controller
@Needs.Desk
class ListPages {

  private final ListReading lists;
  private final ListFile files;
  private final Views views;
  private final Counters counters;
  private final LocaleResolver languages;
  private final Clock clock;

  ListPages(
      ListReading lists,
      ListFile files,
      Views views,
      Counters counters,
      LocaleResolver localeResolver,
      Clock clock) {
    this.lists = lists;
    this.files = files;
    this.views = views;
    this.counters = counters;
    this.languages = localeResolver;
    this.clock = clock;
  }

  /** Opens with the reader's first view unless something else is asked for. */
  @GetMapping("/desk")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String view, Filter filter, Actor actor) {
    var kept = views.of(actor);
    var open = kept.stream().filter(one -> opens(one, view, filter)).findFirst().orElse(null);
    var asked = open == null ? filter.asked() : open.asked();
    var columns = open == null ? columns(filter.cols()) : columns(open.columns());
    var list =
        lists.read(
            new ListReading.Asked(
                Queue.of(asked.queue(), actor),
                Queue.Wanted.of(asked, filter.after(), clock.instant()),
                columns),
            new DeskList.Kept(kept, open == null ? null : open.id()),
            actor);
    return page(list, actor);
  }

  private ModelAndView page(DeskList list, Actor actor) {
    var typed = new LinkedHashMap<String, List<String>>();
    list.asked().forEach((name, value) -> typed.put(name, List.of(value)));
    typed.put("cols", list.columns());
    return new ModelAndView(
        "desk/list", Map.of("list", list, "typed", Typed.of(typed), "counts", counters.of(actor)));
  }

  private static boolean opens(View one, @Nullable String view, Filter filter) {
    return view == null ? one.first() && filter.asksNothing() : one.id().toString().equals(view);
  }

  /** Known columns only; the usual ones where none was chosen. */
  private static List<String> columns(@Nullable List<String> chosen) {
    var known =
        DeskList.COLUMNS.stream().filter(c -> chosen != null && chosen.contains(c)).toList();
    return known.isEmpty() ? DeskList.USUAL : known;
  }

  /** A file of what the list shows, people masked; what was taken is written down first. */
  @PostMapping("/desk/export")
  ResponseEntity<byte[]> export(Filter filter, Actor actor, HttpServletRequest request) {
    var asked = filter.asked();
    var wanted = Queue.Wanted.of(asked, null, clock.instant());
    var what = new ListReading.Asked(Queue.of(asked.queue(), actor), wanted, DeskList.COLUMNS);
    var file = files.write(what, actor, languages.resolveLocale(request));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(file.id()) + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(file.text().getBytes(StandardCharsets.UTF_8));
  }

  private String name(UUID id) {
    return "bihuan-" + ChinaTime.day(clock.instant()) + "-" + id + ".csv";
  }

  /** What the filter above the list sends. */
  record Filter(
      @Nullable String queue,
      @Nullable String unit,
      @Nullable String state,
      @Nullable String due,
      @Nullable String q,
      @Nullable String kind,
      @Nullable String after,
      @Nullable List<String> cols) {

    View.Asked asked() {
      return new View.Asked(queue == null ? "" : queue, unit, state, due, q, kind);
    }

    boolean asksNothing() {
      return Stream.of(queue, unit, state, due, q, kind).allMatch(Objects::isNull);
    }
  }
}
