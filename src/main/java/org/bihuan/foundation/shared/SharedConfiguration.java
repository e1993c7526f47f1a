package org.bihuan.foundation.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything asks; a test puts another in its place. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(ChinaTime.ZONE);
  }
}
