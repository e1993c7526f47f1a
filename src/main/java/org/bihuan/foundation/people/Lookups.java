package org.bihuan.foundation.people;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by what they once gave: the exact name, a whole phone, or its last four digits. Only
 * keyed digests are compared, so that nothing plain has to lie in an index.
 */
@Component
public class Lookups {

  private final LookupSql sql;
  private final KeyRing ring;

  Lookups(LookupSql sql, KeyRing ring) {
    this.sql = sql;
    this.ring = ring;
  }

  /** What a person can be found by. */
  public enum Clue {
    NAME,
    PHONE,
    TAIL
  }

  /** The people a clue points to, at most so many; the text is taken as the clue wants it. */
  @Transactional(readOnly = true)
  public List<UUID> people(Clue clue, String text, int limit) {
    return sql.people(ring.cipher().blinds(key(clue, text)).values(), limit);
  }

  /** Keeps what a person gave, for the newest key; given again, nothing changes. */
  void keep(UUID person, String name, Phone phone) {
    sql.keep(person, ring.cipher().version(), clues(name, phone));
  }

  /** What somebody with this name and phone is found by, for the newest key. */
  List<byte[]> clues(String name, Phone phone) {
    var cipher = ring.cipher();
    return Stream.of(
            key(Clue.NAME, name), key(Clue.PHONE, phone.digits()), key(Clue.TAIL, phone.tail()))
        .map(clue -> cipher.blind(clue))
        .toList();
  }

  private static String key(Clue clue, String text) {
    return clue + "\n" + Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
