package org.bihuan.services.grids;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.services.grids.Capture.Outcome;
import org.bihuan.services.grids.MatterList.Kind;
import org.bihuan.services.grids.MatterList.Matter;
import org.bihuan.services.grids.RecordFile.State;
import org.jspecify.annotations.Nullable;

/** What a capture must hold; every fault is named at once. */
final class CaptureRules {

  /** A phone may be without network for so long, and its clock may run ahead by so much. */
  private static final Duration OLDEST = Duration.ofDays(30);

  private static final int LEAST_STORY = 4;
  private static final String POSITION = "-?[0-9]{1,2}[.][0-9]{1,6},-?[0-9]{1,3}[.][0-9]{1,6}";

  private CaptureRules() {}

  /** All that is wrong with it, apart from the resident, whom others look at. */
  static List<FieldError> faults(
      Capture capture, Set<String> grids, @Nullable Matter matter, Instant now) {
    var errors = new ArrayList<FieldError>();
    if (!grids.contains(capture.grid())) {
      errors.add(RecordFields.wrong("grid", "not-yours", "请选择自己的网格", "Choose a grid of yours"));
    }
    var kind = Kind.of(capture.kind());
    if (kind.isEmpty()) {
      errors.add(
          RecordFields.wrong("kind", "required", "请选择走访、巡查或上报", "Choose visit, patrol or report"));
    }
    if (matter == null || !matter.kinds().contains(capture.kind())) {
      errors.add(
          RecordFields.wrong("matter", "unknown", "请从事项清单里选择", "Choose a matter of the list"));
    }
    kind.ifPresent(known -> said(capture, known, errors));
    errors.addAll(RecordFields.faults(capture.fields(), ChinaTime.day(now)));
    if (!capture.position().isEmpty() && !capture.position().matches(POSITION)) {
      errors.add(RecordFields.wrong("position", "format", "定位有误", "The position cannot be read"));
    }
    return errors;
  }

  private static void said(Capture capture, Kind kind, List<FieldError> errors) {
    if (capture.outcome() == null) {
      errors.add(RecordFields.wrong("outcome", "required", "请选择结果", "Choose what came of it"));
    }
    if (kind == Kind.VISIT && capture.said(RecordFields.WHO).isEmpty()) {
      errors.add(RecordFields.wrong("who", "required", "请填写走访的是谁家", "Enter whom you visited"));
    }
    if (kind != Kind.VISIT && capture.said(RecordFields.PLACE).isEmpty()) {
      errors.add(RecordFields.wrong("place", "required", "请填写地点", "Enter the place"));
    }
    var outcome = capture.outcome();
    if (outcome != null) {
      came(capture, outcome, errors);
    }
  }

  private static void came(Capture capture, Outcome outcome, List<FieldError> errors) {
    if (outcome != Outcome.WELL && capture.said(RecordFields.FOUND).length() < LEAST_STORY) {
      errors.add(RecordFields.wrong("found", "required", "请写明发现了什么，至少4个字", "Say what you found"));
    }
    if (outcome == Outcome.SETTLED && capture.said(RecordFields.DONE).length() < LEAST_STORY) {
      errors.add(RecordFields.wrong("done", "required", "请写明怎么处理的，至少4个字", "Say what was done"));
    }
    if (outcome == Outcome.AGAIN && capture.said(RecordFields.AGAIN).isEmpty()) {
      errors.add(RecordFields.wrong("again", "required", "请填写下次去的日期", "Enter when to come again"));
    }
    if (outcome == Outcome.WELL && capture.raisedBy() != null) {
      errors.add(
          RecordFields.wrong(
              "outcome",
              "raised",
              "居民反映的事项要当场解决或转出",
              "What a resident raised is settled or passed on"));
    }
  }

  /** Where the record stands then. */
  static State state(Outcome outcome) {
    return switch (outcome) {
      case WELL, SETTLED -> State.SETTLED;
      case AGAIN -> State.OPEN;
      case PASSED -> State.PASSED;
    };
  }

  /** When it was written: as the phone says, if that can be. */
  static Instant written(@Nullable Instant said, Instant now) {
    return said == null || said.isAfter(now) || said.isBefore(now.minus(OLDEST)) ? now : said;
  }
}
