package org.bihuan.portal.causes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.causes.Cause;

/**
 * What is needed to link matters to a cause.
 *
 * @param ticked the matters
 * @param causes those that are there, the newest first
 * @param items what a cause can show itself in
 * @param areas where it can lie
 * @param units who can put it right
 */
public record CauseForm(
    List<Ticked> ticked,
    List<Cause> causes,
    Map<String, Text> items,
    Map<String, Text> areas,
    Map<String, Text> units) {

  public CauseForm {
    ticked = List.copyOf(ticked);
    causes = List.copyOf(causes);
  }

  /** A matter that was ticked; the cause it is linked to already, if any. */
  public record Ticked(String number, String title, Text item, Text area, String linked) {}

  /** A choice in the reader's language, for a select. */
  public static Map<String, String> in(Page page, Map<String, Text> texts) {
    var words = new LinkedHashMap<String, String>();
    texts.forEach((code, text) -> words.put(code, page.text(text)));
    return words;
  }

  /** The causes that are there, for a select. */
  public Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    causes.forEach(cause -> choices.put(cause.id().toString(), cause.title()));
    return choices;
  }

  /** The part of an address that names the matters. */
  public String numbers() {
    return String.join("&", ticked.stream().map(one -> "n=" + one.number()).toList());
  }
}
