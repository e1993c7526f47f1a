package org.bihuan.portal.frame;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.foundation.access.CodeSender;

/** Phones that keep the last code sent to them. */
class TestingPhones implements CodeSender {

  private final Map<String, String> codes = new ConcurrentHashMap<>();

  @Override
  public boolean send(String phone, String code, Duration life, Locale language) {
    codes.put(phone, code);
    return true;
  }

  String last(String phone) {
    return Objects.requireNonNull(codes.get(phone), "nothing was sent");
  }
}
