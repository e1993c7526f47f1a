package org.bihuan.portal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.bihuan.portal.views.View;
import org.jspecify.annotations.Nullable;

/**
 * The work list as its page shows it.
 *
 * @param piles the piles of the reader, the open one marked
 * @param rows by nearest due
 * @param asked what was asked for, by parameter name
 * @param columns what is shown of each matter, by code
 * @param units every unit that can be asked for, by code
 * @param states every state that can be asked for, by name
 * @param kinds every kind of appeal that can be asked for, by code
 * @param turns addresses of other pages of the list
 * @param kept the reader's own views
 */
public record DeskList(
    List<Pile> piles,
    List<Row> rows,
    Map<String, String> asked,
    List<String> columns,
    Map<String, Text> units,
    Map<String, Text> states,
    Map<String, Text> kinds,
    Turns turns,
    Kept kept) {

  /** Every column that can be chosen, in order; the matter itself is always shown. */
  public static final List<String> COLUMNS =
      List.of("due", "state", "unit", "area", "person", "number");

  /** What is shown where nothing was chosen. */
  static final List<String> USUAL = List.of("due", "state", "unit", "area", "number");

  /** A pile: its code, how much is on it ({@code 99+} for more than that), whether it is open. */
  public record Pile(String code, String count, boolean open) {}

  /**
   * Where the list goes on.
   *
   * @param next absent on the last page
   * @param first absent on the first page
   */
  public record Turns(@Nullable String next, @Nullable String first) {}

  /** The reader's own views, and the one that is open, if any. */
  public record Kept(List<View> views, @Nullable UUID open) {

    public Kept {
      views = List.copyOf(views);
    }
  }

  /** A matter: who has it, where it stands, by when; the person who raised it masked. */
  public record Row(
      String number,
      String title,
      Text item,
      Text state,
      String kind,
      Text area,
      Text unit,
      String light,
      @Nullable Instant due,
      @Nullable String person,
      Marks marks) {}

  /**
   * What marks a matter in a list.
   *
   * @param kind the kind of appeal; absent if none is told apart
   * @param confidential whether whoever raised it is hidden
   * @param anonymous whether nobody knows who raised it
   * @param returned how often it was given back
   */
  public record Marks(@Nullable Text kind, boolean confidential, boolean anonymous, int returned) {}

  /** True for columns that a tablet has no room for. */
  public static boolean spare(String column) {
    return column.equals("area") || column.equals("number");
  }

  public boolean shows(String column) {
    return columns.contains(column);
  }

  /** The units in the reader's language, for a select. */
  public Map<String, String> units(Page page) {
    return in(page, units);
  }

  /** The kinds in the reader's language, for a select. */
  public Map<String, String> kinds(Page page) {
    return in(page, kinds);
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

  /**
   * What the one search box found.
   *
   * @param q what was typed
   * @param parts one for each thing it may have meant
   */
  public record Found(String q, List<Part> parts) {

    public Found {
      parts = List.copyOf(parts);
    }

    /**
     * What was found in one way.
     *
     * @param way number, code, phone, tail, name, initials or words
     * @param rows matters, what is open first
     * @param more true if there are more than are shown
     * @param allowed false if the reader may not look for people
     */
    public record Part(String way, List<Row> rows, boolean more, boolean allowed) {

      public Part {
        rows = List.copyOf(rows);
      }
    }

    /** True if nothing was found in any way. */
    public boolean nothing() {
      return parts.stream().allMatch(part -> part.rows().isEmpty());
    }
  }
}
