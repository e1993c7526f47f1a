package org.bihuan.portal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.insight.rates.Rate;
import org.bihuan.insight.rates.Rates;
import org.bihuan.portal.views.Exports;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes tables of rates and the lists behind them as files for a spreadsheet. */
@Component
final class RateFile {

  private static final int PAGE = 500;

  /** More than a spreadsheet is read for; a shorter period has fewer. */
  private static final int MOST = 20_000;

  private final Rates rates;
  private final RateListReading lists;
  private final Exports exports;
  private final MessageSource messages;

  RateFile(Rates rates, RateListReading lists, Exports exports, MessageSource messages) {
    this.rates = rates;
    this.lists = lists;
    this.exports = exports;
    this.messages = messages;
  }

  /** A file that was written down under an id. */
  record Written(UUID id, String text) {}

  String table(RateTable table, Locale language) {
    var text = new StringBuilder(Csv.MARK);
    var head = new ArrayList<String>();
    head.add(say("rates.by." + table.asked().by(), language));
    for (var figure : table.figures()) {
      var title = figure.title().in(language);
      List.of("yes", "counted", "percent", "aside", "out")
          .forEach(part -> head.add(title + " " + say("rates.part." + part, language)));
    }
    text.append(Csv.line(head));
    table.rows().forEach(row -> text.append(Csv.line(cells(row, language))));
    text.append(Csv.line(cells(table.total(), language)));
    return text.toString();
  }

  private static List<String> cells(RateTable.Row row, Locale language) {
    var cells = new ArrayList<String>();
    cells.add(row.label().in(language));
    for (var rate : Rate.values()) {
      var share = row.of(rate);
      cells.add(Long.toString(share.yes()));
      cells.add(Long.toString(share.counted()));
      cells.add(share.counted() == 0 ? "" : share.perMille() / 10 + "." + share.perMille() % 10);
      cells.add(Long.toString(share.aside()));
      cells.add(Long.toString(share.out()));
    }
    return cells;
  }

  /** The whole list behind a figure. */
  Written list(RateAsked asked, RateFilter filter, Actor actor, Locale language) {
    var head = lists.read(asked, filter, actor);
    var lines = all(asked, head, actor);
    var text = new StringBuilder(Csv.MARK);
    text.append(
        Csv.line(
            List.of("number", "matter", "item", "area", "unit", "day", "standing", "reason")
                .stream()
                .map(column -> say("rates.column." + column, language))
                .toList()));
    lines.forEach(line -> text.append(Csv.line(cells(line, language))));
    var numbers =
        lines.stream().flatMap(line -> Stream.ofNullable(line.number())).distinct().toList();
    var said = head.choosing(head.standings());
    return new Written(exports.taken(actor, said, numbers), text.toString());
  }

  private List<RateList.Line> all(RateAsked asked, RateList head, Actor actor) {
    var lines = new ArrayList<RateList.Line>();
    var query = lists.query(asked, head.figure().rate(), head.standings(), head.name());
    var after = Rates.Mark.FIRST;
    boolean more = query.isPresent();
    while (more) {
      var rows = rates.list(query.get(), after, PAGE);
      lines.addAll(lists.lines(rows, actor));
      more = rows.size() == PAGE && lines.size() < MOST;
      after = rows.isEmpty() ? after : rows.getLast().mark();
    }
    return lines;
  }

  private List<String> cells(RateList.Line line, Locale language) {
    return List.of(
        Objects.requireNonNullElse(line.number(), ""),
        Objects.requireNonNullElse(line.title(), ""),
        line.item().in(language),
        line.area().in(language),
        line.unit().in(language),
        ChinaTime.day(line.at()).toString(),
        say("rates.standing." + line.standing(), language),
        say("rates.reason." + line.reason(), language));
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, new Object[0], language);
  }
}
