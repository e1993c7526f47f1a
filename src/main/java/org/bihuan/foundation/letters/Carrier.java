package org.bihuan.foundation.letters;

import java.util.UUID;
import org.bihuan.foundation.shared.Text;

/**
 * Brings letters of one way to people. Called outside of any transaction; may be called again for
 * the same letter after a crash, which the letter's id lets the other side notice.
 */
public interface Carrier {

  /** Which way it serves. */
  Way way();

  /** Hands the letter over; anything thrown counts as a failure that may pass. */
  Carried carry(Outgoing letter);

  /**
   * A letter on its way.
   *
   * @param id the same at every try
   * @param to where to, in full: never to be logged
   */
  record Outgoing(UUID id, String to, Text title, Text words) {

    /** The id alone, so that no log can carry more. */
    @Override
    public String toString() {
      return "Outgoing " + id;
    }
  }

  /** What came of handing it over. */
  sealed interface Carried {

    /** The other side has it. */
    record Handed() implements Carried {}

    /**
     * It has not.
     *
     * @param why for the outbox page; no address in it
     * @param lasting true if trying again is of no use
     */
    record Failed(String why, boolean lasting) implements Carried {}
  }
}
