package org.bihuan.foundation.letters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;

/**
 * That a person be told something.
 *
 * @param event what happened, so named that it happens once; however often it is wished, one letter
 * @param person who
 * @param caseId about which matter
 * @param kind the template: {@code letters.<kind>.title} and {@code letters.<kind>.words}
 * @param fills what goes into its places, in order; no name, phone or address of anybody
 * @param happenedAt when; what is long past is not sent any more, only kept to be read
 */
public record Wish(
    String event, UUID person, UUID caseId, String kind, List<Text> fills, Instant happenedAt) {

  public Wish {
    fills = List.copyOf(fills);
  }
}
