package org.bihuan.loop.cases.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks matters up by their titles. */
@Component
public class Titles {

  /** What more matters hold is common, and found faster by looking through a list. */
  public static final int MOST = 2_000;

  private final TitleSql sql;

  Titles(TitleSql sql) {
    this.sql = sql;
  }

  /**
   * Matters whose title may hold a text, among them all that do; empty if there are so many that
   * any list soon meets some.
   */
  public Optional<List<UUID>> holding(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var found = sql.holding(Bigrams.query(text), MOST + 1);
    return found.size() > MOST ? Optional.empty() : Optional.of(found);
  }

  /**
   * Matters whose title may be spelled with these first letters, among them all that are if there
   * are not too many: it is then for the reader to type another letter.
   *
   * @param letters small Latin letters and digits
   */
  public List<UUID> spelled(String letters) {
    return sql.holding(Initials.query(letters), MOST);
  }
}
