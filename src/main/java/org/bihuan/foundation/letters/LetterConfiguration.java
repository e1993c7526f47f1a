package org.bihuan.foundation.letters;

import org.bihuan.foundation.access.CodeSender;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Which ways are open: none but the inbox until a district sets one. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

  @Bean
  @ConditionalOnProperty(name = "bihuan.letters.sms", havingValue = "log")
  Carrier loggedMessages() {
    return new LoggedSms();
  }

  @Bean
  @ConditionalOnProperty(name = "bihuan.letters.sms", havingValue = "http")
  Carrier postedMessages(LetterSettings settings) {
    var url = settings.smsUrl();
    if (url == null) {
      throw new IllegalStateException("bihuan.letters.sms is http, but sms-url is not set");
    }
    return new PostedSms(url, settings.smsToken());
  }

  /** Takes the place of the demo's, where there is a gateway. */
  @Bean
  @ConditionalOnProperty(name = "bihuan.letters.sms", havingValue = "http")
  CodeSender sentCodes(Carrier postedMessages, MessageSource messages) {
    return new SentCodes(postedMessages, messages);
  }

  @Bean
  @ConditionalOnProperty(name = "spring.mail.host")
  Carrier mail(JavaMailSender sender, LetterSettings settings) {
    var from = settings.mailFrom();
    if (from == null) {
      throw new IllegalStateException("spring.mail.host is set, but bihuan.letters.mail-from not");
    }
    return new Mail(sender, from);
  }
}
