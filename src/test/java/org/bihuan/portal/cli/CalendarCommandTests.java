package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bihuan.foundation.calendar.CalendarYear;
import org.bihuan.foundation.calendar.ImportResult;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CalendarCommandTests {

  private static final CalendarYear YEAR = new CalendarYear(2027, true, "通知", "national", 1);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicReference<ImportResult> answer =
      new AtomicReference<>(new ImportResult.Imported(YEAR));
  private final CommandLine line =
      new CommandLine(new CalendarCommand(WorkCalendar::shipped, _ -> answer.get()))
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  private int explain(String options) {
    return line.execute(("explain " + options).split(" ", -1));
  }

  @Nested
  class Explaining {

    @Test
    void printsOneLineOfJson() {
      assertThat(explain("--start 2026-09-18 --limit 2 --unit workday --format json")).isZero();
      assertThat(out.toString())
          .isEqualTo(
              "{\"due\":\"2026-09-21\",\"provisional\":false,\"days\":["
                  + "{\"date\":\"2026-09-18\",\"kind\":\"start\",\"n\":0},"
                  + "{\"date\":\"2026-09-19\",\"kind\":\"weekend\",\"n\":0},"
                  + "{\"date\":\"2026-09-20\",\"kind\":\"makeup\",\"n\":1},"
                  + "{\"date\":\"2026-09-21\",\"kind\":\"counted\",\"n\":2}]}\n");
    }

    @Test
    void givesHoursTheirMomentInBeijingTime() {
      explain("--start 2026-06-16T11:00 --limit 2 --unit workhour --format json");
      assertThat(out.toString()).startsWith("{\"due\":\"2026-06-16T15:30:00+08:00\",");
    }

    @Test
    void saysWhatIsProvisional() {
      explain("--start 2026-11-23 --limit 30 --format json");
      assertThat(out.toString()).startsWith("{\"due\":\"2027-01-05\",\"provisional\":true,");
      explain("--start 2026-11-23 --limit 30");
      assertThat(out.toString()).contains("截止:2027-01-05 24:00(暂定");
    }

    @Test
    void printsCsv() {
      explain(
          "--start 2026-07-02 --limit 1 --stop 2026-07-03/2026-07-06 --format csv --unit workday");
      assertThat(out.toString())
          .isEqualTo(
              """
              date,kind,n
              2026-07-02,start,0
              2026-07-03,stopped,0
              2026-07-04,stopped,0
              2026-07-05,stopped,0
              2026-07-06,counted,1
              """);
    }

    @Test
    void alignsTheTableByCells() {
      explain("--start 2026-06-18 --limit 1");
      assertThat(out.toString().lines().skip(2).limit(6))
          .containsExactly(
              "日期        星期  算法    已用  说明",
              "2026-06-18  周四  起算日     0",
              "2026-06-19  周五  放假       0  端午节",
              "2026-06-20  周六  放假       0  端午节",
              "2026-06-21  周日  放假       0  端午节",
              "2026-06-22  周一  计入       1");
      assertThat(out.toString()).startsWith("1 个工作日:起算当日不计入").endsWith("截止:2026-06-22 24:00\n");
    }

    @Test
    void speaksEnglish() {
      explain("--start 2026-06-18 --limit 1 --lang en");
      assertThat(out.toString())
          .contains("2026-06-19  Fri      holiday      0  Dragon Boat Festival")
          .endsWith("Due: 2026-06-22 24:00\n");
    }

    @Test
    void supposesThatAStandingStopEnds() {
      assertThat(
              explain(
                  "--start 2026-06-16 --limit 7 --stop 2026-06-18/ --as-of 2026-07-01"
                      + " --format json"))
          .isZero();
      assertThat(out.toString()).startsWith("{\"due\":\"2026-07-08\"");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--start yesterday --limit 1 | --start must be a date like",
          "--start 2026-02-30 --limit 1 | --start must be a date like",
          "--start 2026-06-16 --limit -1 | --limit must be a whole number",
          "--start 2026-06-16 --limit 3651 | --limit must be a whole number",
          "--start 2026-06-16 --limit 1 --unit week | --unit must be one of day, hour, workday,",
          "--start 2026-06-16 --limit 1 --format xml | --format must be one of csv, json, table",
          "--start 2026-06-16 --limit 1 --lang fr | --lang must be one of en, zh",
          "--start 2026-06-16 --limit 1 --stop 2026-06-17 | --stop must read FROM/UNTIL",
          "--start 2026-06-16 --limit 1 --stop 2026-06-17/x | --stop must be a date like",
          "--start 2026-06-16 --limit 1 --stop 2026-06-17/2026-06-16 | --stop must not end",
          "--start 2026-06-16 --limit 1 --stop 2026-06-17/ | a --stop without UNTIL needs --as-of",
          "--start 2019-06-16 --limit 1 | the calendar covers 2024-01-01 to 2060-12-31"
        })
    void tellsABadValueInOneSentence(String options, String sentence) {
      assertThat(explain(options)).isEqualTo(2);
      assertThat(out.toString()).isEmpty();
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).startsWith("calendar explain: " + sentence);
    }
  }

  @Nested
  class Importing {

    @TempDir private Path folder;

    private int importing() throws IOException {
      return line.execute("import", Files.writeString(folder.resolve("a.yaml"), "x").toString());
    }

    @Test
    void saysWhatIsInForce() throws IOException {
      assertThat(importing()).isZero();
      assertThat(out.toString()).isEqualTo("2027 in force, revision 1: 通知\n");
    }

    @Test
    void saysWhenNothingChanged() throws IOException {
      answer.set(new ImportResult.Unchanged(YEAR));
      assertThat(importing()).isZero();
      assertThat(out.toString()).startsWith("2027 already stands");
    }

    @Test
    void failsWithTheReasons() throws IOException {
      var error = new FieldError("makeup", "weekday", new Text("应为周末", "must be a weekend day"));
      answer.set(new ImportResult.Refused(List.of(error)));
      assertThat(importing()).isEqualTo(1);
      assertThat(err.toString()).endsWith("a.yaml: makeup must be a weekend day\n");
      assertThat(out.toString()).isEmpty();
    }

    @Test
    void failsWithoutTheFile() {
      assertThat(line.execute("import", folder.resolve("none.yaml").toString())).isEqualTo(1);
      assertThat(err.toString()).startsWith("calendar import: cannot read");
    }
  }
}
