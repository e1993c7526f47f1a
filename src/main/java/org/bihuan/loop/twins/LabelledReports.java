package org.bihuan.loop.twins;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.foundation.shared.DataFile;

/**
 * Reports as people write them, labelled by what they are about: {@code twins/reports.tsv}. Scenes
 * are split in halves by their names; one half tunes the words and weights and tells how common
 * words are, the other only measures.
 */
final class LabelledReports {

  private static final Instant FIRST_DAY = Instant.parse("2026-01-05T00:00:00Z");

  private LabelledReports() {}

  /**
   * One report.
   *
   * @param scene what was written so that it is easy to mix up; never in both halves
   * @param incident reports of one incident of a scene are twins
   * @param differs how an incident differs from the scene's first: place, matter or time
   * @param item the matter it belongs to
   * @param area where
   * @param at when
   * @param text what was written
   */
  record Report(
      String scene,
      String incident,
      String differs,
      String item,
      String area,
      Instant at,
      String text) {

    boolean twinOf(Report other) {
      return scene.equals(other.scene) && incident.equals(other.incident);
    }

    /** True in the half that nothing was tuned with. */
    boolean heldOut() {
      return Math.floorMod(scene.hashCode() * 31, 101) % 2 == 0;
    }
  }

  static List<Report> all() {
    return DataFile.resource("twins/reports.tsv")
        .text()
        .lines()
        .skip(1)
        .map(LabelledReports::of)
        .toList();
  }

  static Stream<Report> tuning() {
    return all().stream().filter(report -> !report.heldOut());
  }

  private static Report of(String line) {
    var cells = line.split("\t", -1);
    var at = FIRST_DAY.plus(Duration.ofDays(Integer.parseInt(cells[5])));
    return new Report(cells[0], cells[1], cells[2], cells[3], cells[4], at, cells[6]);
  }
}
