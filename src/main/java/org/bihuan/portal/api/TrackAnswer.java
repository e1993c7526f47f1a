package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.voice.Step;
import org.bihuan.loop.voice.Voice;
import org.jspecify.annotations.Nullable;

/**
 * A matter as the person who raised it may see it: no staff, no units' notes.
 *
 * @param plain what happens now, in plain words
 * @param promised by when the next thing is promised, or due where nothing is promised; absent
 *     while nothing counts
 * @param version to be sent with an act, so that it is refused if something happened meanwhile
 */
@Schema(name = "TrackedCase")
record TrackAnswer(
    String number,
    String title,
    Text procedure,
    String state,
    Text stateTitle,
    Text plain,
    @Nullable String promised,
    @JsonUnwrapped Times times,
    long version,
    List<Step> steps,
    List<CaseAnswer.PossibleAct> acts) {

  /** When it was opened and closed. */
  @Schema(name = "TrackedTimes")
  record Times(Instant openedAt, @Nullable Instant closedAt) {}

  static TrackAnswer of(Voice.Tracked tracked, ClockAnswer.Reader reader) {
    var file = tracked.file();
    var procedure = reader.procedure();
    return new TrackAnswer(
        file.identity().number().value(),
        file.subject().title(),
        procedure.title(),
        file.state(),
        CaseAnswer.Standing.title(procedure, file.state()),
        plain(procedure, file.state()),
        promised(file, reader),
        new Times(file.times().openedAt(), file.times().closedAt()),
        file.version(),
        tracked.steps(),
        tracked.acts().stream().map(CaseAnswer.PossibleAct::of).toList());
  }

  private static Text plain(Procedure procedure, String state) {
    var rule = procedure.states().get(state);
    return rule == null ? new Text(state, state) : rule.plain();
  }

  private static @Nullable String promised(CaseView file, ClockAnswer.Reader reader) {
    return file.clocks().stream()
        .filter(run -> run.status() == ClockRun.Status.RUNNING)
        .min(Comparator.comparing(run -> run.due().at()))
        .map(run -> reader.read(run).due())
        .map(due -> due.promisedDue() == null ? due.due() : due.promisedDue())
        .orElse(null);
  }
}
