package bihuan.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks again and again whether there is an open matter that nobody owns or that no clock drives. */
final class Watch implements AutoCloseable {

  private static final String FORSAKEN =
      """
      select 'no owner or no clock: ' || f.number || ' in ' || f.state
        from cases.case_file f
       where f.closed_at is null
         and (f.owner is null or f.unit = ''
              or not exists (select 1 from cases.case_clock c
                              where c.district = f.district and c.case_id = f.id
                                and c.status = 'running'))
       order by f.id limit 5
      """;

  private final List<String> found = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger looks = new AtomicInteger();
  private final Thread thread;
  private volatile boolean ended;

  private Watch(Place place) {
    this.thread = Thread.ofPlatform().name("watch").start(() -> watch(place));
  }

  static Watch over(Place place) {
    return new Watch(place);
  }

  private void watch(Place place) {
    try (var connection = place.root()) {
      while (!ended) {
        found.addAll(Place.lines(connection, FORSAKEN));
        looks.incrementAndGet();
        Thread.sleep(30);
      }
    } catch (SQLException | InterruptedException e) {
      found.add("the watcher itself failed: " + e);
    }
  }

  /** Looks once. */
  static List<String> look(Place place) throws SQLException {
    return place.lines(FORSAKEN);
  }

  int looks() {
    return looks.get();
  }

  List<String> found() {
    return found.stream().distinct().toList();
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
