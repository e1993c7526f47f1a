package org.bihuan.foundation.people;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by what they once gave: the exact name, a whole phone, or its last four digits. Only
 * keyed digests are compared, so that nothing plain has to lie in an index.
 */
@Component
public class Lookups {

  private final LookupSql sql;
  private final FieldCipher cipher;

  Lookups(LookupSql sql, FieldCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
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
    return sql.people(cipher.blind(key(clue, text)), limit);
  }

  /** Keeps what an applicant gave; given again, nothing changes. */
  void keep(UUID person, Applicant applicant) {
    var phone = applicant.phone();
    sql.keep(
        person,
        List.of(
            cipher.blind(key(Clue.NAME, applicant.name())),
            cipher.blind(key(Clue.PHONE, phone.digits())),
            cipher.blind(key(Clue.TAIL, phone.tail()))));
  }

  private static String key(Clue clue, String text) {
    return clue + "\n" + Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
