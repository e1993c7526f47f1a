package org.bihuan.foundation.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch on the line a unit counts along.
 *
 * @param from where it begins
 * @param until the first place after it, beyond {@code from}
 */
record Span(long from, long until) {

  boolean covers(long first, long end) {
    return from <= first && end <= until;
  }

  /** The same stretches inside the borders, in order; those that touch or overlap become one. */
  static List<Span> merged(List<Span> spans, long first, long end) {
    var merged = new ArrayList<Span>();
    spans.stream()
        .map(s -> new Span(Math.max(first, s.from), Math.min(end, s.until)))
        .filter(s -> s.from < s.until)
        .sorted(Comparator.comparingLong(Span::from))
        .forEach(span -> merged.add(span.joined(merged)));
    return List.copyOf(merged);
  }

  /** This stretch, with the last of those before it, which is taken out, if they touch. */
  private Span joined(List<Span> before) {
    if (before.isEmpty() || from > before.getLast().until) {
      return this;
    }
    var last = before.removeLast();
    return new Span(last.from, Math.max(last.until, until));
  }
}
