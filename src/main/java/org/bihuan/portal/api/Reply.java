package org.bihuan.portal.api;

import java.time.Duration;
import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Refusal;
import org.jspecify.annotations.Nullable;

/** What a call comes to, before it is put into words and bytes. */
sealed interface Reply {

  /** It was done, or found. */
  record Done(int status, Object body) implements Reply {}

  /**
   * It was not done.
   *
   * @param status HTTP status
   * @param refusal its name, for programs
   * @param message the same in words
   * @param errors what is wrong with single fields; empty if no field is to blame
   * @param version the version the matter has now; absent where there is none to tell
   * @param retryAfter how long to wait before trying again; absent if waiting does not help
   */
  record NotDone(
      int status,
      String refusal,
      Text message,
      List<FieldError> errors,
      @Nullable Long version,
      @Nullable Duration retryAfter)
      implements Reply {

    public NotDone {
      errors = List.copyOf(errors);
    }

    NotDone(int status, String refusal, Text message) {
      this(status, refusal, message, List.of(), null, null);
    }
  }

  /** There is no such matter, or the caller may not know of it: the same answer. */
  NotDone NO_CASE = refused(Refusal.UNKNOWN_CASE);

  static Reply ok(Object body) {
    return new Done(200, body);
  }

  static NotDone refused(Refusal refusal) {
    return new NotDone(status(refusal), refusal.code(), refusal.message());
  }

  /** Fields that are wrong; nothing was stored. */
  static NotDone faulty(List<FieldError> errors) {
    var message =
        new Text("所填内容有误，请改正所列各项", "Some of what was sent is wrong; please correct what is listed");
    return new NotDone(422, Refusal.INVALID_FACTS.code(), message, errors, null, null);
  }

  /** A parameter of the address that cannot be understood. */
  static NotDone badParameter(String name, String zh, String en) {
    var error = new FieldError(name, "format", new Text(zh, en));
    return new NotDone(400, "bad-parameter", error.message(), List.of(error), null, null);
  }

  /** What the rules refused, with the field to blame where there is one. */
  static NotDone of(Decision.Refused refused) {
    var refusal = refused.refusal();
    var errors =
        switch (refusal) {
          case NOTE_NEEDED -> List.of(new FieldError("note", "required", refusal.message()));
          case UNKNOWN_UNIT, KEPT_FROM_UNIT ->
              List.of(new FieldError("facts.unit", "unknown", refusal.message()));
          case UNKNOWN_CASE,
              UNKNOWN_ACT,
              NOT_ALLOWED,
              OTHER_UNIT,
              INVALID_FACTS,
              WRONG_STATE,
              CHANGED_MEANWHILE,
              CONDITION_FAILS,
              ALREADY_DONE,
              SAME_PERSON,
              HANDLED_BEFORE,
              WINDOW_CLOSED,
              CHILDREN_OPEN,
              ALREADY_OPENED,
              UNKNOWN_PARENT,
              PARENT_CLOSED,
              CLOCK_NOT_RUNNING,
              NAMED_BY_RULING ->
              refused.errors();
        };
    var version = refused.version() == 0 ? null : refused.version();
    return new NotDone(status(refusal), refusal.code(), refusal.message(), errors, version, null);
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_CASE, UNKNOWN_ACT -> 404;
      case NOT_ALLOWED, OTHER_UNIT -> 403;
      case UNKNOWN_UNIT, NOTE_NEEDED, INVALID_FACTS -> 422;
      case WRONG_STATE,
          CHANGED_MEANWHILE,
          CONDITION_FAILS,
          ALREADY_DONE,
          SAME_PERSON,
          HANDLED_BEFORE,
          WINDOW_CLOSED,
          CHILDREN_OPEN,
          ALREADY_OPENED,
          UNKNOWN_PARENT,
          PARENT_CLOSED,
          CLOCK_NOT_RUNNING,
          KEPT_FROM_UNIT,
          NAMED_BY_RULING ->
          409;
    };
  }
}
