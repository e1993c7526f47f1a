package org.bihuan.foundation.access.entry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.access.CodeSender;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * The phones of a demo: none exists, so the last code of each is kept in memory for the box on the
 * page. Exists only where {@code bihuan.demo} is set, and only until a module sends messages.
 */
@Component
@Fallback
@ConditionalOnBooleanProperty("bihuan.demo")
public class DemoCodes implements CodeSender {

  private static final int MOST = 1000;

  private final Map<String, String> codes = new LinkedHashMap<>();

  @Override
  public synchronized boolean send(String phone, String code, Duration life, Locale language) {
    codes.remove(phone);
    codes.put(phone, code);
    if (codes.size() > MOST) {
      codes.remove(codes.keySet().iterator().next());
    }
    return true;
  }

  /** The last code this phone would have got. */
  public synchronized Optional<String> last(String phone) {
    return Optional.ofNullable(codes.get(phone));
  }
}
