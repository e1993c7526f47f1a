package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;

/** One page of the work list, by nearest due. */
@Schema(name = "WorklistPage")
record WorklistAnswer(
    List<Row> items,
    @Schema(description = "Send it as `after` for the next page; null on the last")
        @Nullable String next) {

  /** One matter. */
  @Schema(name = "WorklistRow")
  record Row(
      String number,
      String procedure,
      @Nullable String item,
      String state,
      Text stateTitle,
      @Nullable String owner,
      String title,
      String area,
      String unit,
      @Nullable Instant dueAt,
      @Schema(description = "advice, help, complaint, report or suggestion; null if none is told")
          @Nullable String kind) {}

  static WorklistAnswer of(Worklist.Page page, Procedures procedures) {
    var next = page.next();
    return new WorklistAnswer(
        page.rows().stream().map(row -> row(row, procedures)).toList(),
        next == null ? null : next.token());
  }

  private static Row row(Worklist.Row row, Procedures procedures) {
    var owner = row.owner();
    return new Row(
        row.number().value(),
        row.procedure(),
        row.item(),
        row.state(),
        CaseAnswer.Standing.title(procedures.latest(row.procedure()), row.state()),
        owner == null ? null : owner.code(),
        row.title(),
        row.area(),
        row.unit(),
        row.dueAt(),
        row.marks().kind());
  }
}
