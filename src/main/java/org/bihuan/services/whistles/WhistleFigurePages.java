package org.bihuan.services.whistles;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.sight.Sights;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Figures of streets and departments; each opens the list of what it counts. */
@Controller
@RequestMapping("/desk/whistles/figures")
@Needs.Desk
class WhistleFigurePages {

  private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
  private static final int LISTED = 200;

  private final FigureSql sql;
  private final Sights sights;
  private final WhistleReading reading;
  private final MessageSource words;
  private final Clock clock;

  WhistleFigurePages(
      FigureSql sql, Sights sights, WhistleReading reading, MessageSource words, Clock clock) {
    this.sql = sql;
    this.sights = sights;
    this.reading = reading;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView figures(@RequestParam(defaultValue = "30") int days) {
    var period = period(days);
    var lines = new LinkedHashMap<String, List<FigureLine>>();
    var names = new LinkedHashMap<String, Text>();
    for (var by : FigureSql.By.values()) {
      var counted = sql.count(by, period.from(), period.to());
      counted.forEach(line -> names.put(line.who(), reading.unit(line.who())));
      lines.put(by.code(), counted);
    }
    return new ModelAndView(
        "whistles/figures",
        Map.of(
            "lines", lines,
            "names", names,
            "days", days(days),
            "periods", PERIODS,
            "figures", Arrays.stream(Figure.values()).map(Figure::code).toList()));
  }

  /** What one figure counts, as far as the reader may see it. */
  @GetMapping("/list")
  ModelAndView list(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "called") String figure,
      @RequestParam(defaultValue = "30") int days,
      Actor actor) {
    var column = by.equals("street") ? FigureSql.By.STREET : FigureSql.By.UNIT;
    var what = Figure.of(figure).orElse(Figure.CALLED);
    var ids = sql.list(column, who, what, period(days));
    return new ModelAndView(
        "whistles/counted",
        Map.of(
            "rows", WhistlePages.heads(ids, sights, reading, actor),
            "counted", ids.size(),
            "who", reading.unit(who.isEmpty() ? "-" : who),
            "figure", what.code(),
            "days", days(days)));
  }

  @GetMapping("/table.csv")
  ResponseEntity<byte[]> table(
      @RequestParam(defaultValue = "30") int days, @RequestParam(defaultValue = "zh") String lang) {
    var locale = lang.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    var period = period(days);
    var file = new StringBuilder(Csv.MARK);
    file.append(Csv.line(columns(locale)));
    for (var by : FigureSql.By.values()) {
      sql.count(by, period.from(), period.to())
          .forEach(line -> file.append(Csv.line(cells(by, line, locale))));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"whistles.csv\"")
        .body(file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> columns(Locale locale) {
    var columns = new ArrayList<String>();
    columns.add(word("whistles.figures.by", locale));
    columns.add(word("whistles.figures.who", locale));
    columns.add(word("whistles.figures.whistles", locale));
    for (var figure : Figure.values()) {
      columns.add(word("whistles.figure." + figure.code(), locale));
    }
    columns.add(word("whistles.figures.finished", locale));
    columns.add(word("whistles.figures.mark", locale));
    columns.add(word("whistles.figures.minutes", locale));
    return columns;
  }

  private List<String> cells(FigureSql.By by, FigureLine line, Locale locale) {
    var cells = new ArrayList<String>();
    cells.add(word("whistles.figures.of." + by.code(), locale));
    cells.add(reading.unit(line.who()).in(locale));
    cells.add(Long.toString(line.whistles()));
    for (var figure : Figure.values()) {
      cells.add(Long.toString(line.count(figure.code())));
    }
    cells.add(Long.toString(line.finished()));
    var mark = line.mark();
    cells.add(mark == null ? "" : String.format(Locale.ROOT, "%.2f", mark));
    cells.add(line.minutes() == null ? "" : Long.toString(line.minutes()));
    return cells;
  }

  private String word(String key, Locale locale) {
    return words.getMessage(key, new Object[0], locale);
  }

  private static int days(int asked) {
    return PERIODS.contains(asked) ? asked : 30;
  }

  private FigureSql.Period period(int asked) {
    LocalDate today = ChinaTime.day(clock.instant());
    return new FigureSql.Period(today.minusDays(days(asked) - 1L), today, LISTED);
  }
}
