package org.bihuan.portal.cli;

import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.calendar.CountedDay;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.Unit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * A limit with its deadline and its days, ready to be printed.
 *
 * @param calendar whose holidays have names
 * @param limit what was asked
 * @param due when it ends
 * @param days from the start to the end
 */
record ExplainedLimit(WorkCalendar calendar, Limit limit, Deadline due, List<CountedDay> days) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private static final Text WORKDAYS =
      new Text(
          " 个工作日:起算当日不计入,周末和放假日不计入,补班日计入,停止计时的日子不计入(民法典第201条、行政许可法第82条)。",
          " working days: the start day, weekends, days off and stopped days are left out,"
              + " make-up days count (Civil Code 201, Licensing Law 82).");

  private static final Text DAYS =
      new Text(
          " 日(自然日):起算当日不计入,停止计时的日子不计入;最后一日不是工作日的,顺延至下一个工作日(民法典第201条、第203条)。",
          " calendar days: the start day and stopped days are left out; a last day that is"
              + " no working day moves to the next working day (Civil Code 201, 203).");

  private static final Text HOURS =
      new Text(
          " 小时:自起算时刻连续计算,扣除停止计时的时间(民法典第201条)。",
          " hours, running from the moment, stopped time left out (Civil Code 201).");

  private static final Text MINUTES =
      new Text(
          " 分钟:自起算时刻连续计算,扣除停止计时的时间(民法典第201条)。",
          " minutes, running from the moment, stopped time left out (Civil Code 201).");

  private static final Text WORKHOURS =
      new Text(
          " 个工作小时:只在工作日的办公时间内计算,扣除停止计时的时间。",
          " working hours: only office hours of working days count, stopped time left out.");

  static ExplainedLimit of(WorkCalendar calendar, ExplainOptions options) {
    options.format();
    options.lang();
    var limit = options.limit();
    var stops = options.stops();
    return new ExplainedLimit(
        calendar,
        limit,
        calendar.due(limit, options.start(), stops, options.asOf()),
        calendar.explain(limit, options.start(), stops, options.asOf()));
  }

  String rendered(ExplainOptions options) {
    return switch (options.format()) {
      case "json" -> json();
      case "csv" -> csv();
      default -> table(options.lang());
    };
  }

  /** One line with the keys due, provisional, days, as the API has them. */
  private String json() {
    var root = JSON.createObjectNode();
    root.put("due", end()).put("provisional", due.provisional());
    var list = root.putArray("days");
    for (var day : days) {
      list.addObject()
          .put("date", day.date().toString())
          .put("kind", day.kind().code())
          .put("n", day.n());
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private String csv() {
    var text = new StringBuilder("date,kind,n\n");
    days.forEach(d -> text.append("%s,%s,%d%n".formatted(d.date(), d.kind().code(), d.n())));
    return text.toString().replace("\r", "");
  }

  private String table(Locale lang) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            in(lang, "日期", "date"),
            in(lang, "星期", "weekday"),
            in(lang, "算法", "taken as"),
            in(lang, "已用", "used"),
            in(lang, "说明", "remark")));
    days.forEach(day -> rows.add(row(day, lang)));
    return rule().in(lang) + "\n\n" + TextTable.of(rows) + "\n" + outcome(lang) + "\n";
  }

  private List<String> row(CountedDay day, Locale lang) {
    return List.of(
        day.date().toString(),
        day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, lang),
        kind(day.kind()).in(lang),
        Integer.toString(day.n()),
        calendar.holiday(day.date()).map(name -> name.in(lang)).orElse(""));
  }

  private String outcome(Locale lang) {
    var end = isDays() ? due.day() + " 24:00" : end();
    var text = in(lang, "截止:", "Due: ") + end;
    return due.provisional()
        ? text
            + in(
                lang,
                "(暂定:所涉年份的放假安排尚未公布,公布后重新计算)",
                " (provisional: it touches a year whose days off are not published yet)")
        : text;
  }

  private String end() {
    return isDays() ? due.day().toString() : due.at().atZone(ChinaTime.ZONE).format(MOMENT);
  }

  private boolean isDays() {
    return limit.unit() == Unit.WORKDAY || limit.unit() == Unit.DAY;
  }

  private Text rule() {
    var rule =
        switch (limit.unit()) {
          case WORKDAY -> WORKDAYS;
          case DAY -> DAYS;
          case HOUR -> HOURS;
          case MINUTE -> MINUTES;
          case WORKHOUR -> WORKHOURS;
        };
    int n = limit.amount();
    return new Text(n + rule.zh(), n + rule.en());
  }

  private static Text kind(CountedDay.Kind kind) {
    return switch (kind) {
      case START -> new Text("起算日", "start");
      case COUNTED -> new Text("计入", "counted");
      case MAKEUP -> new Text("补班,计入", "make-up day, counted");
      case WEEKEND -> new Text("周末", "weekend");
      case HOLIDAY -> new Text("放假", "holiday");
      case STOPPED -> new Text("停止计时", "stopped");
      case UNPUBLISHED -> new Text("暂计入", "counted for now");
    };
  }

  private static String in(Locale lang, String zh, String en) {
    return new Text(zh, en).in(lang);
  }
}
