package org.bihuan.foundation.people;

import java.util.Set;

/** Personal values as others may see them. Practice, no binding national pattern: ours. */
final class Masks {

  private static final Set<String> TWO_CHARACTER_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "长孙", "宇文",
          "轩辕", "端木", "独孤", "南宫", "呼延", "闻人", "申屠", "公冶", "太史", "淳于", "单于", "濮阳", "赫连", "澹台", "钟离");

  private Masks() {}

  /** The surname and a star for each further character, at most two: 张三 as 张*, 欧阳娜娜 as 欧阳**. */
  static String name(String name) {
    int length = Writing.length(name);
    if (length <= 1) {
      return "*";
    }
    int kept = length > 2 && TWO_CHARACTER_SURNAMES.contains(name.substring(0, 2)) ? 2 : 1;
    return name.substring(0, name.offsetByCodePoints(0, kept))
        + "*".repeat(Math.min(length - kept, 2));
  }

  /** The first three and last four digits: 138****1234; of a landline the area code stays. */
  static String phone(String digits) {
    if (digits.length() < 8) {
      return "*".repeat(digits.length());
    }
    int kept = digits.startsWith("0") && !digits.matches("0[12].*") ? 4 : 3;
    int tail = digits.startsWith("0") ? 2 : 4;
    return middle(digits, kept, tail);
  }

  /** The first six and last four characters: 140213********0008. */
  static String idNumber(String number) {
    return number.length() < 18 ? "*".repeat(number.length()) : middle(number, 6, 4);
  }

  private static String middle(String text, int head, int tail) {
    return text.substring(0, head)
        + "*".repeat(text.length() - head - tail)
        + text.substring(text.length() - tail);
  }
}
