package org.bihuan.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Units;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Refusal;
import org.bihuan.loop.cases.Worklist;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has to be moved next. */
@RestController
@Tag(name = "Work list")
class WorklistRoutes {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST_SEARCH = 100;

  private final Cases cases;
  private final Units units;
  private final Procedures procedures;
  private final Reading reading;
  private final Answering answering;

  WorklistRoutes(
      Cases cases, Units units, Procedures procedures, Reading reading, Answering answering) {
    this.cases = cases;
    this.units = units;
    this.procedures = procedures;
    this.reading = reading;
    this.answering = answering;
  }

  /**
   * What the address asks for; all may be absent.
   *
   * @param unit code of a unit; absent means the caller's own, or all for those who may see all
   * @param state only in this state
   * @param kind only of this kind: advice, help, complaint, report or suggestion
   * @param q part of the title, a number or a code; finds closed matters too
   * @param after where the last page ended
   * @param limit rows of a page, 1 to 200
   */
  record Asked(
      @Nullable String unit,
      @Nullable String state,
      @Nullable String kind,
      @Nullable String q,
      @Nullable String after,
      @Nullable Integer limit) {}

  @GetMapping(path = "/api/v1/worklist", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs.Desk
  @Operation(
      summary = "List cases by nearest due",
      description = "Handlers and approvers see their own unit's cases only.")
  @ApiResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(schema = @Schema(implementation = WorklistAnswer.class)))
  ResponseEntity<String> worklist(@ParameterObject Asked asked, Actor actor, Call call) {
    return answering.send(reply(asked, actor), call);
  }

  private Reply reply(Asked asked, Actor actor) {
    var unit = blankToNull(asked.unit());
    if (!reading.everywhere(actor) && unit != null && !unit.equals(actor.unit())) {
      return Reply.refused(Refusal.OTHER_UNIT);
    }
    if (unit != null && units.find(unit).isEmpty()) {
      return Reply.badParameter("unit", "没有这个单位", "There is no such unit");
    }
    int limit = asked.limit() == null ? USUAL : asked.limit();
    if (limit < 1 || limit > MOST) {
      return Reply.badParameter("limit", "应为1至200", "limit is 1 to 200");
    }
    var after = blankToNull(asked.after());
    var cursor = after == null ? null : cursor(after);
    if (after != null && cursor == null) {
      return Reply.badParameter("after", "不是上一页给出的标记", "after is not what the last page gave");
    }
    var of = reading.everywhere(actor) ? unit : actor.unit();
    return list(asked, new Worklist.Query(of, null, null, null, cursor, limit), actor);
  }

  private Reply list(Asked asked, Worklist.Query page, Actor actor) {
    var state = blankToNull(asked.state());
    if (state != null && !knownState(state)) {
      return Reply.badParameter("state", "没有这个状态", "There is no such state");
    }
    var q = blankToNull(asked.q());
    if (q != null && (q.length() > LONGEST_SEARCH || !Sanity.writable(q))) {
      return Reply.badParameter("q", "搜索词最多100个字", "q has at most 100 characters");
    }
    var kind = blankToNull(asked.kind());
    if (kind != null && !kind.matches("[a-z-]{1,40}")) {
      return Reply.badParameter("kind", "没有这个类别", "There is no such kind");
    }
    var query =
        new Worklist.Query(page.unit(), state, null, q, page.after(), page.limit())
            .through(new Worklist.Sieve(kind, reading.keptFrom(actor)));
    return Reply.ok(WorklistAnswer.of(cases.worklist(query), procedures));
  }

  private boolean knownState(String state) {
    return procedures.all().stream().anyMatch(p -> p.states().containsKey(state));
  }

  /** Only what a page has given: the same token again, and a moment a database can know. */
  private static Worklist.@Nullable Cursor cursor(String token) {
    var cursor = Worklist.Cursor.parse(token);
    return cursor != null && cursor.dueMicros() >= 0 && cursor.token().equals(token)
        ? cursor
        : null;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
