package org.bihuan.loop.twins;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of an address in a text: building, entrance, house number, bus line; estates, streets
 * and premises by name. They are taken out of the text, so that two matters of one place are not
 * alike for the place alone.
 */
final class PlaceMarks {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern CHINESE_NUMBER =
      Pattern.compile("[一二三四五六七八九十零]{1,4}(?=号|单元|栋|幢|座|层|楼)");

  /** The kinds of numbers, each with the pattern that finds it. */
  private static final Map<Pattern, String> NUMBERS =
      ordered(
          "(\\d{1,3})-(\\d{1,2})(?!\\d)", "building",
          "(\\d{1,3})(?:号楼|#楼|#|栋|幢|号住宅楼)", "building",
          "([a-z])座", "seat",
          "(\\d{1,2})单元", "entrance",
          "([东西南北])(?:门|头|口|侧门)", "side",
          "(\\d{1,3})路(?:公交|车)", "line",
          "(\\d{1,4})号(?!楼)", "house");

  /** A street office is what the area says already. */
  private static final Pattern OFFICE = Pattern.compile("[一-龥]{2,3}街道");

  /** Names by how they end; what stands before is at most five characters that are no grammar. */
  private static final List<Names> NAMES =
      List.of(
          new Names("street", 5, "大道|步行街|路(?![面灯两线程段人过])|街(?!道)|桥|巷"),
          new Names("estate", 5, "小区|社区|花园|家园|华城|北区|南区|新村|南院|北院"),
          new Names("premises", 5, "广场|公园|商场|市场|早市|大厦|写字楼|饭店|火锅|小面|工地|项目|驿站"),
          new Names("estate", 2, "苑|园|里|村"));

  private static final String GRAMMAR = "的了着没不在与到从是有让那这家住去来被给把都就个我您你他们请要能上下占挡满走过道停扔站";

  /** Said or left out with an estate's name. */
  private static final Pattern KIND = Pattern.compile("(?<=..)[园苑里村院]$");

  private static final Set<String> NO_NAMES =
      Set.of(
          "一条", "半里", "人行", "回家", "一边", "整排", "十字", "露天", "交叉口", "骑手", "快递", "外卖", "小区", "社区", "门口",
          "单元");

  private PlaceMarks() {}

  private static Map<Pattern, String> ordered(String... pairs) {
    var map = new java.util.LinkedHashMap<Pattern, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(Pattern.compile(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  /**
   * A text without its address, and what the address said.
   *
   * @param rest the text without it
   * @param marks {@code building=3}, {@code estate=学府}
   */
  record Read(String rest, Set<String> marks) {}

  static Read read(String plain) {
    var marks = new LinkedHashSet<String>();
    var rest = plain.contains("街道") ? OFFICE.matcher(plain).replaceAll(" ") : plain;
    for (var entry : NUMBERS.entrySet()) {
      rest = entry.getKey().matcher(rest).replaceAll(take(entry.getValue(), marks));
    }
    for (var names : NAMES) {
      rest = names.takenFrom(rest, marks);
    }
    return new Read(rest, marks);
  }

  /** Full-width forms as half-width, small letters, Chinese numbers of an address as digits. */
  static String plain(String text) {
    var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return CHINESE_NUMBER.matcher(narrow).replaceAll(found -> number(found.group()));
  }

  private static String number(String chinese) {
    int ten = chinese.indexOf('十');
    if (ten < 0) {
      var digits = new StringBuilder();
      chinese.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits.toString();
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(0));
    int ones = ten == chinese.length() - 1 ? 0 : DIGITS.indexOf(chinese.charAt(ten + 1));
    return Integer.toString(tens * 10 + Math.max(ones, 0));
  }

  private static Function<MatchResult, String> take(String kind, Set<String> marks) {
    return found -> {
      marks.add(kind + "=" + found.group(1));
      if (found.groupCount() == 2) {
        marks.add("entrance=" + found.group(2));
      }
      return " ";
    };
  }

  /**
   * Names of a kind, two to so many characters before an ending. Endings are looked for first and
   * what stands before them after: nearly all of a text is near no ending.
   */
  private record Names(String kind, int longest, Pattern ending) {

    private static final int SHORTEST = 2;

    Names(String kind, int longest, String endings) {
      this(kind, longest, Pattern.compile(endings));
    }

    /** A text without them, the first first, each as long as it may be. */
    String takenFrom(String text, Set<String> marks) {
      var rest = new StringBuilder();
      var found = ending.matcher(text);
      int done = 0;
      for (int look = SHORTEST; look <= text.length() && found.find(look); ) {
        int begin = begin(text, Math.max(done, found.start() - longest), found.start());
        if (found.start() - begin < SHORTEST) {
          look = found.start() + 1;
        } else {
          rest.append(text, done, begin).append(kept(text, begin, found, marks));
          done = found.end();
          look = done + SHORTEST;
        }
      }
      return rest.append(text, done, text.length()).toString();
    }

    /** Where the characters before an end begin, none but Chinese ones. */
    private static int begin(String text, int earliest, int end) {
      int begin = end;
      while (begin > earliest && text.charAt(begin - 1) >= '一' && text.charAt(begin - 1) <= '龥') {
        begin--;
      }
      return begin;
    }

    /** What stays of a find: all of it if it is no name, else the grammar before the name. */
    private String kept(String text, int begin, MatchResult found, Set<String> marks) {
      int named = found.start();
      while (named > begin && GRAMMAR.indexOf(text.charAt(named - 1)) < 0) {
        named--;
      }
      var stem = text.substring(named, found.start());
      if (stem.length() < SHORTEST || NO_NAMES.contains(stem)) {
        return text.substring(begin, found.end());
      }
      marks.add(kind + "=" + KIND.matcher(stem).replaceAll(""));
      return text.substring(begin, named) + " ";
    }
  }
}
