package org.bihuan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.bihuan.foundation.shared.ChinaTime;

/**
 * A clock one can set. It goes on by a microsecond with every look, so that nothing happens at the
 * same moment, as in life.
 */
public final class TestingClock extends Clock {

  /** A Monday morning with ordinary days before and after. */
  public static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

  /** From now on it is this instant. */
  public void set(Instant at) {
    now.set(at);
  }

  /** So much later. */
  public void move(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  @Override
  public ZoneId getZone() {
    return ChinaTime.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now.updateAndGet(at -> at.plusNanos(1_000));
  }
}
