package org.bihuan.portal.counters;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;

/** One page that is told its counters; it knows what it was told last. */
final class Line implements AsyncListener {

  private final AsyncContext async;
  private final HttpSession session;
  private final Actor actor;
  private final Consumer<Line> left;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Counts told;

  Line(AsyncContext async, HttpSession session, Actor actor, Consumer<Line> left) {
    this.async = async;
    this.session = session;
    this.actor = actor;
    this.left = left;
  }

  Actor actor() {
    return actor;
  }

  /** A session that was signed out says nothing any more. */
  boolean sessionEnded() {
    try {
      return session.getCreationTime() < 0;
    } catch (IllegalStateException ended) {
      return true;
    }
  }

  /** Tells counts, or only that the line still stands if they are the same. */
  synchronized void tell(Counts counts) {
    var text = counts.equals(told) ? ":\n\n" : event(counts);
    try {
      var out = async.getResponse().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      told = counts;
    } catch (IOException | IllegalStateException gone) {
      close();
    }
  }

  private static String event(Counts counts) {
    return "event: counts\ndata: {\"waiting\":\"%s\",\"today\":\"%s\",\"late\":\"%s\"}\n\n"
        .formatted(counts.waiting(), counts.today(), counts.late());
  }

  /** Ends the line; a second time does nothing. */
  void close() {
    if (over.compareAndSet(false, true)) {
      left.accept(this);
      try {
        async.complete();
      } catch (IllegalStateException completed) {
        left.accept(this);
      }
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    over.set(true);
    left.accept(this);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    left.accept(this);
  }
}
