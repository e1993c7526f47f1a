package org.bihuan.services.stations;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/** Stations as tests need them. */
final class StationFixtures {

  static final Instant MORNING = Instant.parse("2027-09-15T02:00:00Z"); // 10:00 in China

  private StationFixtures() {}

  /** Open from seven to nine, with a water dispenser; the keeper says this of it. */
  static Station saying(Station.State state, @Nullable Instant until, @Nullable Text reason) {
    return new Station(
        UUID.fromString("00000000-0000-7000-8000-0000000000aa"),
        "test",
        new Text("测试驿站", "Test station"),
        "street",
        new Station.Place(
            "140213051",
            new Text("某街一号", "1 Some Street"),
            new Text("直走", "Straight on"),
            new Point(40.09, 113.29)),
        OpeningHours.stored(Collections.nCopies(7, "07:00-21:00"), List.of()),
        "0352-5550101",
        "street-051",
        new Station.Live(state, until, reason, MORNING),
        List.of(new Station.Facility("water", Station.Condition.WORKING, MORNING)),
        1);
  }
}
