package org.bihuan.services.grids;

import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;

/**
 * The day of a grid worker on one screen.
 *
 * @param me who it is; what a phone keeps is kept for them
 * @param grids the grids they look after
 * @param due where somebody has to come again, the earliest first
 * @param waiting matters that were passed on and go on, those the person is asked about first
 * @param latest what was written last
 */
public record Round(
    UUID me,
    List<Own> grids,
    List<RecordSheet.Line> due,
    List<RecordSheet.Line> waiting,
    List<RecordSheet.Line> latest) {

  public Round {
    grids = List.copyOf(grids);
    due = List.copyOf(due);
    waiting = List.copyOf(waiting);
    latest = List.copyOf(latest);
  }

  /** A grid somebody looks after. */
  public record Own(String code, Text name) {}
}
