package org.bihuan.portal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a demo: it can be put back while the stories are told, and runs like any other from
 * then on.
 */
final class DemoClock extends Clock {

  private final Clock live;
  private volatile @Nullable Instant held;

  DemoClock(Clock live) {
    this.live = live;
  }

  /** A clock that shows this instant now and goes on from there: the demo of another day. */
  static Clock beginning(Clock live, Instant today) {
    return Clock.offset(live, Duration.between(live.instant(), today));
  }

  /** Shows this instant until it is put elsewhere or let run. */
  void hold(Instant at) {
    held = at;
  }

  /** Runs for ever. */
  void run() {
    held = null;
  }

  @Override
  public Instant instant() {
    var at = held;
    return at == null ? live.instant() : at;
  }

  @Override
  public ZoneId getZone() {
    return live.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return live.withZone(zone);
  }
}
