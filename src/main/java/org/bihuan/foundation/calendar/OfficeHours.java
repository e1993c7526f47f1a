package org.bihuan.foundation.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.shared.FieldError;

/**
 * When the windows are open on a working day.
 *
 * @param sessions in order, without overlap, at least one
 */
record OfficeHours(List<Session> sessions) {

  OfficeHours {
    sessions = List.copyOf(sessions);
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("office hours need at least one session");
    }
  }

  /** One opening of the windows, from and to as nanoseconds of the day. */
  record Session(long from, long to) {}

  /** Reads the file of office hours; what is wrong with it goes to {@code errors}. */
  static List<Session> read(String yaml, List<FieldError> errors) {
    var file = CheckedNode.of(yaml, errors);
    var sessions = new ArrayList<Session>();
    YearReader.source(file);
    YearReader.origin(file);
    file.list("sessions").forEach(entry -> read(entry, sessions));
    if (sessions.isEmpty()) {
      file.fault("sessions", "required", "至少一个时段", "needs at least one session");
    }
    file.nothingElse();
    return sessions;
  }

  private static void read(CheckedNode entry, List<Session> before) {
    var from = entry.time("from");
    var to = entry.time("to");
    entry.nothingElse();
    if (from == null || to == null) {
      return;
    }
    var session = new Session(from.toNanoOfDay(), to.toNanoOfDay());
    long last = before.isEmpty() ? -1 : before.getLast().to();
    if (session.to() <= session.from() || session.from() <= last) {
      entry.fault("from", "order", "时段应按先后排列", "sessions must be in order without overlap");
    }
    before.add(session);
  }

  /** Open nanoseconds of a whole working day. */
  long perDay() {
    return within(LocalTime.MAX.toNanoOfDay());
  }

  /** Open nanoseconds of a working day before this nanosecond of it. */
  long within(long nanoOfDay) {
    long open = 0;
    for (var session : sessions) {
      open += Math.max(0, Math.min(nanoOfDay, session.to()) - session.from());
    }
    return open;
  }

  /** The earliest nanosecond of the day by which so much is used up; {@code open} is above 0. */
  long reach(long open) {
    long left = open;
    for (var session : sessions) {
      long length = session.to() - session.from();
      if (left <= length) {
        return session.from() + left;
      }
      left -= length;
    }
    throw new IllegalArgumentException("more than one day of office hours: " + open);
  }
}
