package org.bihuan.loop.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved. */
final class TestingClock extends Clock {

  private final AtomicReference<Instant> now = new AtomicReference<>(CaseFixtures.MONDAY);

  void move(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  void set(Instant at) {
    now.set(at);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
