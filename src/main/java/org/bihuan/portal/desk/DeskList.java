package org.bihuan.portal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * The work list as its page shows it.
 *
 * @param piles the piles of the reader, the open one marked
 * @param rows by nearest due
 * @param asked what was asked for, by parameter name
 * @param units every unit that can be asked for, by code
 * @param states every state that can be asked for, by name
 * @param next address of the next page; absent on the last
 * @param first address of the first page; absent on the first
 */
public record DeskList(
    List<Pile> piles,
    List<Row> rows,
    Map<String, String> asked,
    Map<String, Text> units,
    Map<String, Text> states,
    @Nullable String next,
    @Nullable String first) {

  /** A pile: its code, how much is on it ({@code 99+} for more than that), whether it is open. */
  public record Pile(String code, String count, boolean open) {}

  /** A matter: who has it, where it stands, by when. */
  public record Row(
      String number,
      String title,
      Text item,
      Text state,
      String kind,
      Text area,
      Text unit,
      String light,
      @Nullable Instant due) {}

  /** The units in the reader's language, for a select. */
  public Map<String, String> units(Page page) {
    return in(page, units);
  }

  /** The states in the reader's language, for a select. */
  public Map<String, String> states(Page page) {
    return in(page, states);
  }

  private static Map<String, String> in(Page page, Map<String, Text> texts) {
    var words = new LinkedHashMap<String, String>();
    texts.forEach((code, text) -> words.put(code, page.text(text)));
    return words;
  }
}
