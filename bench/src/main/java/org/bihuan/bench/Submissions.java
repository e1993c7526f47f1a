package org.bihuan.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Opening a matter over HTTP with token, key and JSON, beside one hand-written call that writes the
 * same rows: person, key, contact, request, file, clock, entry.
 */
final class Submissions {

  private final Setup setup;
  private final Arena arena;
  private final Book book;

  Submissions(Setup setup, Arena arena, Book book) {
    this.setup = setup;
    this.arena = arena;
    this.book = book;
  }

  void run() {
    var folder = Folders.make(setup.folder().resolve("served"));
    try (var served = Served.start(setup.home(), Folders.make(folder.resolve("demo")), "");
        var reference = new Reference(arena, setup.folder(), "reference")) {
      var token = served.token("integrator");
      IntFunction<Runnable> ours = n -> submitting(served.port(), token);
      IntFunction<Runnable> theirs = n -> reference::submit;
      Crowd.calls(8, setup.warmUp(), ours);
      Crowd.calls(8, setup.warmUp().dividedBy(4), theirs);
      for (int callers : List.of(1, 32)) {
        compare(callers, ours, theirs);
      }
    } finally {
      Folders.clear(folder);
    }
  }

  private void compare(int callers, IntFunction<Runnable> ours, IntFunction<Runnable> theirs) {
    var all = new Sample();
    var pairs = new ArrayList<Double>();
    Duration time = setup.turn();
    for (int round = 0; round < setup.rounds(); round++) {
      var mine = Crowd.calls(callers, time, ours);
      var other = Crowd.calls(callers, time, theirs);
      all.addAll(mine);
      pairs.add((double) mine.size() / other.size());
    }
    double seconds = setup.rounds() * time.toNanos() / 1e9;
    book.line(
        Line.alone("http-open", callers, 0, all, seconds)
            .against("hand-written SQL", Line.Ratio.of(pairs)));
  }

  private static Runnable submitting(int port, String token) {
    var wire = new Wire(port);
    return () -> {
      var body = body();
      var head =
          """
          POST /api/v1/cases HTTP/1.1\r
          Host: 127.0.0.1:%d\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Accept: application/json\r
          Idempotency-Key: %s\r
          Content-Length: %d\r
          \r
          """
              .formatted(
                  port, token, UUID.randomUUID(), body.getBytes(StandardCharsets.UTF_8).length);
      int status = wire.send(head, body);
      if (status != 201) {
        throw new IllegalStateException("opening was answered with " + status);
      }
    };
  }

  private static String body() {
    var phone = "1" + ThreadLocalRandom.current().nextLong(3_000_000_000L, 9_999_999_999L);
    return """
    {"procedure": "appeal", "item": "%s", "title": "%s", "area": "%s", "channel": "api",
     "applicant": {"name": "王小明", "phone": "%s"}, "facts": {"description": "%s"}}
    """
        .formatted(Staff.ITEM, Words.TITLE, Staff.AREA, phone, Words.DESCRIPTION);
  }
}
