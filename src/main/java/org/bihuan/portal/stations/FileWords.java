package org.bihuan.portal.stations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The words of the house in the reader's language. */
@Component
record FileWords(MessageSource messages, LocaleResolver localeResolver) {

  Locale of(HttpServletRequest request) {
    return localeResolver.resolveLocale(request);
  }

  List<String> heads(Locale language, String... keys) {
    return Stream.of(keys).map(key -> said("stations.column." + key, language)).toList();
  }

  String said(String key, Locale language) {
    return messages.getMessage(key, new Object[0], language);
  }
}
