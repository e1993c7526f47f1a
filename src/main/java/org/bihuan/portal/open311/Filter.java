package org.bihuan.portal.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for. Ids win over everything else, as the specification says.
 *
 * @param ids exactly these; empty for all
 * @param services of these services; empty for all
 * @param closed which of open (false) and closed (true)
 * @param from the first moment
 * @param to the last moment, at most 90 days later
 * @param size how many at most
 * @param page counts from 1
 */
record Filter(
    List<UUID> ids,
    List<String> services,
    Set<Boolean> closed,
    Instant from,
    Instant to,
    int size,
    int page) {

  static final int MOST = 1000;
  private static final int MOST_PAGES = 1000;
  private static final Duration SPAN = Duration.ofDays(90);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  Filter {
    ids = List.copyOf(ids);
    services = List.copyOf(services);
    closed = Set.copyOf(closed);
  }

  /** A filter, or what is wrong with it. */
  sealed interface Read {
    record Sound(Filter filter) implements Read {}

    record Faulty(List<Text> faults) implements Read {}
  }

  /** Reads the parameters of the address. */
  static Read read(Map<String, String> asked, Instant now) {
    return new Reader(asked, now).read();
  }

  /** The id of a request; absent if it cannot be one. */
  static @Nullable UUID id(String typed) {
    return ID.matcher(typed.strip()).matches() ? UUID.fromString(typed.strip()) : null;
  }

  private static final class Reader {

    private final Map<String, String> asked;
    private final Instant now;
    private final List<Text> faults = new ArrayList<>();

    Reader(Map<String, String> asked, Instant now) {
      this.asked = asked;
      this.now = now;
    }

    Read read() {
      var ids = new ArrayList<UUID>();
      for (var part : parts("service_request_id")) {
        var id = id(part);
        ids.add(id == null ? new UUID(0, 0) : id); // which nothing has
      }
      var end = date("end_date");
      var start = date("start_date");
      var to = end != null ? end : start == null ? now : least(start.plus(SPAN), now);
      var from = start != null ? start : to.minus(SPAN);
      if (from.isAfter(to)) {
        fault("start_date晚于end_date", "start_date is after end_date");
      } else if (Duration.between(from, to).compareTo(SPAN) > 0) {
        fault("起止日期最多相隔90天", "start_date and end_date are at most 90 days apart");
      }
      if (ids.size() > MOST) {
        fault("service_request_id一次最多1000个", "service_request_id takes at most 1000 ids");
      }
      var filter =
          new Filter(
              ids,
              parts("service_code"),
              status(),
              from,
              to,
              number("page_size", 1, MOST, MOST),
              number("page", 1, MOST_PAGES, 1));
      return faults.isEmpty() ? new Read.Sound(filter) : new Read.Faulty(faults);
    }

    private static Instant least(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }

    private void fault(String zh, String en) {
      faults.add(new Text(zh, en));
    }

    private List<String> parts(String name) {
      return Stream.of(asked.getOrDefault(name, "").split(",", -1))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }

    private Set<Boolean> status() {
      var parts = parts("status");
      var known = List.of("open", "closed");
      if (!known.containsAll(parts)) {
        fault("status只能是open或closed", "status is open or closed");
      }
      return parts.isEmpty()
          ? Set.of(true, false)
          : Set.copyOf(Arrays.asList(parts.contains("closed"), !parts.contains("open")));
    }

    private @Nullable Instant date(String name) {
      var typed = asked.getOrDefault(name, "").strip();
      if (typed.isEmpty()) {
        return null;
      }
      try {
        var at = OffsetDateTime.parse(typed.replace(' ', '+')).toInstant();
        if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(Duration.ofDays(3650)))) {
          fault(name + "超出范围", name + " is out of range");
          return null;
        }
        return at;
      } catch (DateTimeException _) {
        fault(
            name + "应为W3C格式的时间，例如2026-11-24T08:00:00+08:00",
            name + " is a W3C date and time, for example 2026-11-24T00:00:00Z");
        return null;
      }
    }

    private int number(String name, int least, int most, int otherwise) {
      var typed = asked.getOrDefault(name, "").strip();
      if (typed.isEmpty()) {
        return otherwise;
      }
      if (!typed.matches("\\d{1,6}")
          || Integer.parseInt(typed) < least
          || Integer.parseInt(typed) > most) {
        fault(name + "应为" + least + "至" + most, name + " is " + least + " to " + most);
        return otherwise;
      }
      return Integer.parseInt(typed);
    }
  }
}
