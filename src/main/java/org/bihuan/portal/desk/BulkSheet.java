package org.bihuan.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Field;
import org.jspecify.annotations.Nullable;

/**
 * One act for several matters.
 *
 * @param lines the matters that were ticked
 * @param acts what all of them allow the reader to do
 * @param chosen the act; absent while none is chosen
 * @param fields what its form asks for
 * @param units names of units by code, for forms that ask for one
 * @param key makes sending it twice harmless
 */
public record BulkSheet(
    List<Line> lines,
    List<ActRule> acts,
    @Nullable ActRule chosen,
    List<Field> fields,
    Map<String, Text> units,
    String key) {

  public BulkSheet {
    lines = List.copyOf(lines);
    acts = List.copyOf(acts);
  }

  /** A matter as it was when the page was drawn. */
  public record Line(String number, String title, Text state, String kind, long version) {

    /** What the page sends back: the matter and the version that was seen. */
    public String seen() {
      return number + ":" + version;
    }
  }

  /**
   * What became of one matter.
   *
   * @param refusal why it was not done; absent if it was
   */
  public record Result(String number, String title, @Nullable Text refusal) {}

  /** True if a written reason is needed. */
  public boolean noted() {
    return chosen != null && chosen.has(ActRule.Flag.NOTE);
  }

  public Map<String, String> units(Page page) {
    var words = new LinkedHashMap<String, String>();
    units.forEach((code, text) -> words.put(code, page.text(text)));
    return words;
  }
}
