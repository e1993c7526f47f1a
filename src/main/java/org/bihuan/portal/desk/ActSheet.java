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
 * The page on which an act is done.
 *
 * @param number the matter
 * @param title what was raised
 * @param version the version the reader saw
 * @param rule the act
 * @param fields what its form asks for
 * @param from where the matter stands
 * @param to where it goes; absent if it stays
 * @param choices words for materials and units
 * @param since what others did after the version the reader saw
 */
public record ActSheet(
    String number,
    String title,
    long version,
    ActRule rule,
    List<Field> fields,
    Text from,
    @Nullable Text to,
    Choices choices,
    List<CaseSheet.RegisterLine> since) {

  /** Materials by id and units by code. */
  public record Choices(Map<String, Text> materials, Map<String, Text> units) {}

  /** True if a written reason is needed. */
  public boolean noted() {
    return rule.has(ActRule.Flag.NOTE);
  }

  public Map<String, String> materials(Page page) {
    return in(page, choices.materials());
  }

  public Map<String, String> units(Page page) {
    return in(page, choices.units());
  }

  private static Map<String, String> in(Page page, Map<String, Text> texts) {
    var words = new LinkedHashMap<String, String>();
    texts.forEach((code, text) -> words.put(code, page.text(text)));
    return words;
  }
}
