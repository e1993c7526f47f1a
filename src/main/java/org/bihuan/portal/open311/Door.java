package org.bihuan.portal.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.shared.District;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Finds out who calls: the key is a token of the API, and no key is nobody in particular. A key
 * that is no good is an error everywhere, so that its owner learns of it.
 */
@Component
final class Door {

  private static final String KEY = "Idempotency-Key";

  private final Sessions sessions;
  private final District district;
  private final Clock clock;

  Door(Sessions sessions, District district, Clock clock) {
    this.sessions = sessions;
    this.district = district;
    this.clock = clock;
  }

  /** What knocking comes to. */
  sealed interface Opened {
    record To(Caller caller) implements Opened {}

    record Shut(Told why) implements Opened {}
  }

  Clock clock() {
    return clock;
  }

  Opened open(HttpServletRequest request) {
    var place = request.getParameter("jurisdiction_id");
    if (place != null && !place.isBlank() && !place.strip().equals(ours())) {
      return new Opened.Shut(
          Told.wrong(404, "没有这个jurisdiction_id", "jurisdiction_id is not known"));
    }
    var key = request.getParameter("api_key");
    var actor = actor(key);
    if (key != null && !key.isBlank() && actor.isEmpty()) {
      return new Opened.Shut(Told.wrong(403, "api_key无效", "api_key is not valid"));
    }
    return new Opened.To(caller(request, actor.orElse(null)));
  }

  private String ours() {
    return Integer.toString(district.code());
  }

  private Optional<Actor> actor(@Nullable String key) {
    return key == null ? Optional.empty() : sessions.actor(key.strip());
  }

  private static Caller caller(HttpServletRequest request, @Nullable Actor actor) {
    return new Caller(
        actor,
        RequestContextUtils.getLocale(request),
        request.getRemoteAddr(),
        ServletUriComponentsBuilder.fromContextPath(request).toUriString(),
        request.getHeader(KEY));
  }
}
