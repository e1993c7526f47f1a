package org.bihuan.bench.seeding;

import org.jspecify.annotations.Nullable;

/** The run of a clock of the matter at hand; used again for every matter. */
final class Run {

  private static final byte[] RUNNING = Bytes.utf8("running");
  private static final byte[] ENDED = Bytes.utf8("ended");
  private static final byte[] NO_STOPS = {1, '[', ']'};

  private final Bytes scratch = new Bytes(32);
  private @Nullable Measure measure;
  private Times.Due due = new Times.Due(0, 0, false);
  private long started;
  private long fired;
  private long ended;

  void begin(Measure what, long at) {
    measure = what;
    due = what.term.from(at);
    started = at;
    fired = 0;
    ended = 0;
  }

  void none() {
    measure = null;
  }

  /** True while it counts. */
  boolean running() {
    return measure != null && ended == 0;
  }

  long dueAt() {
    return due.at();
  }

  void fire(long at) {
    fired = at;
  }

  void end(long at) {
    ended = at;
  }

  /** As an entry records it. */
  void write(Ink ink) {
    var what = measure;
    if (what == null) {
      throw new IllegalStateException("no clock runs");
    }
    ink.object(10 + (fired == 0 ? 0 : 1) + (ended == 0 ? 0 : 1));
    ink.key(Key.CLOCK).text(what.text);
    ink.key(Key.DUE_AT).text(Times.text(scratch, due.at()));
    ink.key(Key.DUE_DAY).text(Times.date(due.day()));
    if (ended != 0) {
      ink.key(Key.ENDED_AT).text(Times.text(scratch, ended));
    }
    ink.key(Key.EXTENDED).digit(0);
    if (fired != 0) {
      ink.key(Key.FIRED_AT).text(Times.text(scratch, fired));
    }
    ink.key(Key.PROVISIONAL).truth(due.provisional());
    ink.key(Key.RUN).digit(1);
    ink.key(Key.STARTED_AT).text(Times.text(scratch, started));
    ink.key(Key.STATUS).text(ended == 0 ? RUNNING : ENDED);
    ink.key(Key.STATUTORY).text(what.term.text);
    ink.key(Key.STOPS).array(0).endArray();
    ink.end();
  }

  /** Its row. */
  void row(Bytes rows, long high, long low) {
    var what = measure;
    if (what == null) {
      throw new IllegalStateException("no clock runs");
    }
    rows.row(17).integer(Lives.DISTRICT).id(high, low).text(what.text).small(1);
    rows.text(ended == 0 ? RUNNING : ENDED).time(started).integer(what.term.amount);
    rows.text(what.term.unit).absent().integer(0).text(NO_STOPS);
    rows.day(due.day()).time(due.at()).absent().truth(due.provisional());
    optional(rows, fired);
    optional(rows, ended);
  }

  static void optional(Bytes rows, long seconds) {
    if (seconds == 0) {
      rows.absent();
    } else {
      rows.time(seconds);
    }
  }
}
