package org.bihuan.portal.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bihuan.foundation.people.Checked;
import org.bihuan.foundation.people.Phone;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseNumber;

/**
 * What may be meant by what somebody typed into the one search box, the surest first. A text may
 * mean several things: 王芳 is a name, and two characters of a title.
 */
sealed interface Finding {

  /** The number of one matter. */
  record ByNumber(CaseNumber number) implements Finding {}

  /** The code of one matter. */
  record ByCode(CaseCode code) implements Finding {}

  /** Somebody's whole phone. */
  record ByPhone(String digits) implements Finding {}

  /** The last four digits of somebody's phone. */
  record ByTail(String digits) implements Finding {}

  /** Somebody's exact name. */
  record ByName(String name) implements Finding {}

  /** The first letters of the syllables of a title. */
  record ByInitials(String letters) implements Finding {}

  /** Words of a title. */
  record ByWords(String words) implements Finding {}

  /** The name used in templates and messages. */
  default String way() {
    return switch (this) {
      case ByNumber _ -> "number";
      case ByCode _ -> "code";
      case ByPhone _ -> "phone";
      case ByTail _ -> "tail";
      case ByName _ -> "name";
      case ByInitials _ -> "initials";
      case ByWords _ -> "words";
    };
  }

  /** True if it looks for a person: that is for those who work matters, and is written down. */
  default boolean ofPerson() {
    return switch (this) {
      case ByPhone _, ByTail _, ByName _ -> true;
      case ByNumber _, ByCode _, ByInitials _, ByWords _ -> false;
    };
  }

  /** Longer than any title: nobody looks for that. */
  int LONGEST = 200;

  /** Names of 2 to 15 Chinese characters, also of minorities with their dot; or Latin ones. */
  Pattern NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]{0,13}\\p{IsHan}|[A-Za-z]+( [A-Za-z]+)+");

  Pattern LETTERS = Pattern.compile("[a-z][a-z0-9]{1,19}");

  /** What a text may mean; empty for a blank one. */
  static List<Finding> of(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return List.of();
    }
    var number = CaseNumber.parse(text);
    if (number.isPresent()) {
      return List.of(new ByNumber(number.get()));
    }
    var found = new ArrayList<Finding>();
    CaseCode.parse(text).ifPresent(code -> found.add(new ByCode(code)));
    if (text.matches("\\d{4}")) {
      found.add(new ByTail(text));
    }
    if (Phone.parse("q", text) instanceof Checked.Valid<Phone>(var phone)) {
      found.add(new ByPhone(phone.digits()));
    }
    if (NAME.matcher(text).matches()) {
      found.add(new ByName(text));
    }
    var letters = text.toLowerCase(Locale.ROOT);
    if (LETTERS.matcher(letters).matches()) {
      found.add(new ByInitials(letters));
    }
    found.add(new ByWords(text));
    return found;
  }
}
