package org.bihuan.services.causes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.loop.cases.CaseId;

/**
 * What lies behind several matters.
 *
 * @param id its id
 * @param title what it is called, 1 to 200 characters
 * @param description what is wrong, 10 to 4000 characters
 * @param items the matters it shows itself in, at least one
 * @param area code of the place it concerns, with everything in it
 * @param unit code of the unit that was asked first to put it right
 * @param rectification the matter by which it is put right
 * @param madeBy who wrote it down
 * @param madeAt when
 */
public record Cause(
    UUID id,
    String title,
    String description,
    List<String> items,
    String area,
    String unit,
    CaseId rectification,
    UUID madeBy,
    Instant madeAt) {

  public Cause {
    items = List.copyOf(items);
  }
}
