package org.bihuan.foundation.evidence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scanner that holds where a district brings none of its own. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  @Bean
  @ConditionalOnMissingBean(Scanner.class)
  Scanner scanner() {
    return new EicarScanner();
  }
}
