package org.bihuan.portal.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Csv;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.portal.views.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a work list as a file for a spreadsheet, people masked, and keeps who took it. */
@Component
final class ListFile {

  private static final int PAGE = 200;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Cases cases;
  private final ListReading lists;
  private final Exports exports;
  private final MessageSource messages;
  private final int most;

  ListFile(
      Cases cases, ListReading lists, Exports exports, MessageSource messages, Settings settings) {
    this.cases = cases;
    this.lists = lists;
    this.exports = exports;
    this.messages = messages;
    this.most = settings.rows();
  }

  /**
   * How much one file holds.
   *
   * @param rows the most matters; the rule is ours
   */
  @ConfigurationProperties("bihuan.export")
  record Settings(@DefaultValue("5000") int rows) {}

  /** A file that was written down under an id. */
  record Written(UUID id, String text) {}

  Written write(ListReading.Asked asked, Actor actor, Locale language) {
    var rows = lists.rows(all(asked, actor), true);
    var text = new StringBuilder(Csv.MARK);
    text.append(Csv.line(head(language)));
    rows.forEach(row -> text.append(Csv.line(cells(row, language))));
    var numbers = rows.stream().map(DeskList.Row::number).toList();
    var wanted = asked.wanted();
    var said =
        "queue=%s unit=%s state=%s due=%s kind=%s q=%s"
            .formatted(
                asked.queue().code(),
                wanted.unit(),
                wanted.state(),
                wanted.due(),
                wanted.kind(),
                wanted.q());
    return new Written(exports.taken(actor, said, numbers), text.toString());
  }

  private List<Worklist.Row> all(ListReading.Asked asked, Actor actor) {
    var rows = new ArrayList<Worklist.Row>();
    Worklist.@Nullable Cursor after = null;
    do {
      int limit = Math.min(PAGE, most - rows.size());
      var page =
          cases.worklist(lists.query(asked.queue(), asked.wanted().from(after), actor, limit));
      rows.addAll(page.rows());
      after = page.next();
    } while (after != null && rows.size() < most);
    return rows;
  }

  private List<String> head(Locale language) {
    return List.of(
            "number",
            "matter",
            "item",
            "kind",
            "state",
            "light",
            "due",
            "unit",
            "area",
            "person",
            "returned")
        .stream()
        .map(column -> messages.getMessage("desk.column." + column, new Object[0], language))
        .toList();
  }

  private List<String> cells(DeskList.Row row, Locale language) {
    var light = row.light();
    var kind = row.marks().kind();
    return List.of(
        row.number(),
        row.title(),
        row.item().in(language),
        kind == null ? "" : kind.in(language),
        row.state().in(language),
        light.isEmpty() ? "" : messages.getMessage("frame.light." + light, new Object[0], language),
        moment(row.due()),
        row.unit().in(language),
        row.area().in(language),
        person(row, language),
        Integer.toString(row.marks().returned()));
  }

  /** What is hidden says why. */
  private String person(DeskList.Row row, Locale language) {
    var marks = row.marks();
    var hidden = marks.anonymous() ? "anonymous" : marks.confidential() ? "confidential" : null;
    return hidden == null
        ? Objects.requireNonNullElse(row.person(), "")
        : messages.getMessage("desk.mark." + hidden, new Object[0], language);
  }

  private static String moment(@Nullable Instant due) {
    return due == null ? "" : due.atZone(ChinaTime.ZONE).format(MOMENT);
  }
}
