package org.bihuan.portal.frame;

import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.portal.look.Assets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages share: words, language, head and foot. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration implements WebMvcConfigurer {

  private final LanguageChoice languages = new LanguageChoice();

  /** Words come from one file for each language; a key missing there is a fault, not a guess. */
  @Bean
  MessageSource messageSource() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  LanguageChoice localeResolver() {
    return languages;
  }

  @Bean
  Page.Site site(FrameSettings settings, Assets assets) {
    return new Page.Site(
        new Text(settings.district(), settings.districtEn()), settings.hotline(), assets.prints());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(languages);
  }
}
