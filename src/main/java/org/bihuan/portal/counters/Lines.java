package org.bihuan.portal.counters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.bihuan.foundation.access.Actor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The open lines to pages that show counters. A line holds a connection and no thread: the request
 * that opened it is over, and one timer tells all of them. It ends with its session, and after a
 * minute by itself; the page then opens another and is looked at anew.
 */
@Component
final class Lines {

  private final Counters counters;
  private final Semaphore places;
  private final Duration longest;
  private final Set<Line> open = ConcurrentHashMap.newKeySet();

  Lines(Counters counters, Settings settings) {
    this.counters = counters;
    this.places = new Semaphore(settings.atOnce());
    this.longest = settings.longest();
  }

  /**
   * How many lines there are.
   *
   * @param atOnce lines open at the same time; whoever comes later asks every half minute
   * @param longest how long one stays open
   */
  @ConfigurationProperties("bihuan.counters")
  record Settings(@DefaultValue("300") int atOnce, @DefaultValue("55s") Duration longest) {}

  /** Opens a line and tells the counts of now on it; or answers 503 if there are enough. */
  void open(HttpServletRequest request, HttpServletResponse response, Actor actor)
      throws IOException {
    var session = request.getSession(false);
    if (session == null || !places.tryAcquire()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var async = request.startAsync(request, response);
    async.setTimeout(longest.toMillis());
    var line = new Line(async, session, actor, this::left);
    open.add(line);
    async.addListener(line);
    line.tell(counters.of(actor));
  }

  private void left(Line line) {
    if (open.remove(line)) {
      places.release();
    }
  }

  /** Tells every line what changed on it; those who share a pile are counted once. */
  @Scheduled(fixedDelayString = "${bihuan.counters.every:5s}")
  void run() {
    Map<String, Counts> counted = new HashMap<>();
    for (var line : open) {
      if (line.sessionEnded()) {
        line.close();
      } else {
        line.tell(
            counted.computeIfAbsent(counters.pileOf(line.actor()), _ -> counters.of(line.actor())));
      }
    }
  }

  /** A house that closes does not wait for its lines. */
  @EventListener(ContextClosedEvent.class)
  void closeAll() {
    open.forEach(Line::close);
  }

  int count() {
    return open.size();
  }
}
