package bihuan.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.bihuan.foundation.shared.ChinaTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A clock one can step, in the product's place for one. */
final class HandClock extends Clock {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));

  /** Puts it into a house. */
  @Configuration(proxyBeanMethods = false)
  static class Hung {

    @Bean
    @Primary
    HandClock handClock() {
      return new HandClock();
    }
  }

  void step(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  void set(Instant at) {
    now.set(at);
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
