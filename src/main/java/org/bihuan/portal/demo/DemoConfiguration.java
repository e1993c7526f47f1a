package org.bihuan.portal.demo;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the demo's clock in front of the real one; without {@code bihuan.demo} nothing is here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("bihuan.demo")
class DemoConfiguration {

  /**
   * The clock everybody asks in a demo.
   *
   * @param today an instant to begin at instead of the real one; for tests
   */
  @Bean
  @Primary
  DemoClock demoClock(
      @Qualifier("clock") Clock live,
      @Value("${bihuan.demo-today:#{null}}") @Nullable String today) {
    return new DemoClock(today == null ? live : DemoClock.beginning(live, Instant.parse(today)));
  }
}
