package org.bihuan.bench.seeding;

import static org.bihuan.bench.seeding.Deed.ACCEPT;
import static org.bihuan.bench.seeding.Deed.ANSWER;
import static org.bihuan.bench.seeding.Deed.CALL;
import static org.bihuan.bench.seeding.Deed.CLAIM;
import static org.bihuan.bench.seeding.Deed.CONFIRM;
import static org.bihuan.bench.seeding.Deed.DISPATCH;
import static org.bihuan.bench.seeding.Deed.OPEN;
import static org.bihuan.bench.seeding.Deed.OVERDUE;
import static org.bihuan.bench.seeding.Deed.REDIRECT;
import static org.bihuan.bench.seeding.Deed.SILENT;
import static org.bihuan.bench.seeding.Deed.WITHDRAW;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How far a matter has come. As at every hotline, most are questions answered at once; of the rest
 * most are closed; the open ones are either young or long overdue and supervised.
 */
enum Course {
  RECEIVED(OPEN),
  ACCEPTED(OPEN, ACCEPT),
  WORKING(OPEN, ACCEPT, DISPATCH),
  CLAIMED(OPEN, ACCEPT, DISPATCH, CLAIM),
  ANSWERED(OPEN, ACCEPT, DISPATCH, CLAIM, ANSWER),
  SUPERVISED(OPEN, ACCEPT, DISPATCH, CLAIM, OVERDUE),
  CONFIRMED(OPEN, ACCEPT, DISPATCH, CLAIM, ANSWER, CONFIRM),
  CALLED(OPEN, ACCEPT, DISPATCH, CLAIM, ANSWER, SILENT, CALL),
  REDIRECTED(OPEN, REDIRECT),
  WITHDRAWN(OPEN, WITHDRAW);

  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  final List<Deed> deeds;

  Course(Deed... deeds) {
    this.deeds = List.of(deeds);
  }

  /** What becomes of a matter of this age in seconds. */
  static Course of(long age, SplittableRandom random) {
    double u = random.nextDouble();
    if (age < 4 * HOUR) {
      return RECEIVED;
    }
    if (age < DAY) {
      return u < 0.1
          ? RECEIVED
          : u < 0.3 || age < 8 * HOUR ? ACCEPTED : u < 0.6 ? WORKING : REDIRECTED;
    }
    if (age < 5 * DAY) {
      return young(age, u);
    }
    if (age < 20 * DAY) {
      return u < 0.62 ? REDIRECTED : u < 0.94 ? CONFIRMED : WITHDRAWN;
    }
    return u < 0.60
        ? REDIRECTED
        : u < 0.66 ? WITHDRAWN : u < 0.89 ? CONFIRMED : u < 0.95 ? CALLED : SUPERVISED;
  }

  private static Course young(long age, double u) {
    if (u < 0.55) {
      return REDIRECTED;
    }
    if (u < 0.65) {
      return WORKING;
    }
    return u < 0.85 || age < 3 * DAY ? CLAIMED : ANSWERED;
  }

  /** How long after the deed before it this one is done, if no clock decides it. */
  static long pause(Deed deed, SplittableRandom random) {
    return switch (deed) {
      case OPEN, OVERDUE, SILENT -> 0;
      case ACCEPT, DISPATCH, REDIRECT, WITHDRAW -> 600 + random.nextLong(3 * HOUR);
      case CLAIM -> 600 + random.nextLong(5 * HOUR);
      case ANSWER -> DAY / 2 + random.nextLong(DAY + DAY / 2);
      case CONFIRM -> DAY / 5 + random.nextLong(DAY + DAY / 2);
      case CALL -> HOUR + random.nextLong(20 * HOUR);
    };
  }
}
