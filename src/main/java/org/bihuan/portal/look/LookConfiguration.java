package org.bihuan.portal.look;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the district's look once, at start, and keeps what a reader chooses. */
@Configuration(proxyBeanMethods = false)
class LookConfiguration implements WebMvcConfigurer {

  @Bean
  Assets assets(LookSettings settings) {
    return Assets.of(settings);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LookChoice());
  }
}
