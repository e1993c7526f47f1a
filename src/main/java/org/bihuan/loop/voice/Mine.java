package org.bihuan.loop.voice;

import java.util.Comparator;
import java.util.Optional;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.procedures.Procedure;

/**
 * One of a person's matters, as a line of a list.
 *
 * @param file the matter
 * @param procedure how it runs
 */
public record Mine(CaseView file, Procedure procedure) {

  /** Where it stands, in plain words. */
  public Text state() {
    var state = procedure.states().get(file.state());
    return state == null ? new Text(file.state(), file.state()) : state.plain();
  }

  /** done at an end, yours when it is the person's turn, busy else. */
  public String kind() {
    if (file.owner() == null) {
      return "done";
    }
    return file.owner() == Role.APPLICANT ? "yours" : "busy";
  }

  /** The limit that runs and ends first. */
  public Optional<ClockRun> limit() {
    return file.clocks().stream()
        .filter(run -> run.status() == ClockRun.Status.RUNNING)
        .min(Comparator.comparing(run -> run.due().at()));
  }
}
