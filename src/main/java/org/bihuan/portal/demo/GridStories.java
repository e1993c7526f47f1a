package org.bihuan.portal.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.portal.demo.Cast.Troupe;
import org.bihuan.services.grids.GridPost;
import org.bihuan.services.grids.Posts;
import org.bihuan.services.grids.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Tells what grid workers wrote, through the doors they use. What became a matter reached the house
 * today, though it was written before: numbers of a day are given in the order of days.
 */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
class GridStories {

  private final Posts posts;
  private final Records records;
  private final Doors doors;

  GridStories(Posts posts, Records records, Doors doors) {
    this.posts = posts;
    this.records = records;
    this.doors = doors;
  }

  /** The file of rounds. */
  record Book(int version, String source, List<Given> posts, List<Written> captures) {}

  /** Who looks after a grid. */
  record Given(String grid, String worker, String phone) {}

  /**
   * Something that was written.
   *
   * @param worker login of who wrote it
   * @param at when
   * @param again days from today until somebody comes again; absent if nobody has to
   * @param sent the form
   * @param edits what was changed later
   */
  record Written(
      String worker,
      StoryTime at,
      @Nullable Integer again,
      Map<String, String> sent,
      @Nullable List<Edit> edits) {}

  /** A change made over a version. */
  record Edit(String worker, long base, Map<String, String> said) {}

  void tell(Troupe troupe, Instant today) {
    var book = DataFile.resource("demo/rounds.yaml").as(Book.class);
    var calendar = doors.calendars().current();
    doors.clock().hold(today);
    book.posts().stream()
        .filter(given -> !posts.held().containsKey(given.grid()))
        .forEach(given -> give(given, troupe));
    for (var written : book.captures()) {
      var at = written.at().from(today, calendar);
      boolean matter =
          written.sent().containsKey("applicant.phone")
              || "passed".equals(written.sent().get("outcome"));
      doors.clock().hold(matter ? today : at);
      var record = write(written, at, troupe, today);
      doors.clock().hold(today);
      edit(record, written, troupe);
    }
  }

  private void give(Given given, Troupe troupe) {
    if (posts.give(given.grid(), given.worker(), given.phone(), troupe.actor("admin"))
        instanceof GridPost.Outcome.Refused(var refusal)) {
      throw new IllegalStateException("no post in " + given.grid() + ": " + refusal);
    }
  }

  private UUID write(Written written, Instant at, Troupe troupe, Instant today) {
    var values = new LinkedHashMap<String, List<String>>();
    written.sent().forEach((name, value) -> values.put(name, List.of(value)));
    values.put("at", List.of(at.toString()));
    if (written.again() != null) {
      var day = ChinaTime.day(today).plusDays(written.again());
      values.put("again", List.of(day.toString()));
    }
    var sent = records.write(Typed.of(values), troupe.actor(written.worker()));
    if (sent instanceof Records.Sent.Kept(var record)) {
      return record;
    }
    throw new IllegalStateException(written.worker() + " cannot write: " + sent);
  }

  private void edit(UUID record, Written written, Troupe troupe) {
    for (var edit : written.edits() == null ? List.<Edit>of() : written.edits()) {
      records.amend(record, edit.base(), edit.said(), troupe.actor(edit.worker()));
    }
  }
}
