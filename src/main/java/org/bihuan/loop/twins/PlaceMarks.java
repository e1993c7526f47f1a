package org.bihuan.loop.twins;

import java.text.Normalizer;
import java.util.ArrayList;
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
  private static final Map<Pattern, String> NAMES =
      ordered(
          "([一-龥]{2,5}?)(?:大道|步行街|路(?![面灯两线程段人过])|街(?!道)|桥|巷)", "street",
          "([一-龥]{2,5}?)(?:小区|社区|花园|家园|华城|北区|南区|新村|南院|北院)", "estate",
          "([一-龥]{2,5}?)(?:广场|公园|商场|市场|早市|大厦|写字楼|饭店|火锅|小面|工地|项目|驿站)", "premises",
          "([一-龥]{2})(?:苑|园|里|村)", "estate");

  private static final Pattern GRAMMAR =
      Pattern.compile(".*[的了着没不在与到从是有让那这家住去来被给把都就个我您你他们请要能上下占挡满走过道停扔站]");

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
    var rest = OFFICE.matcher(plain).replaceAll(" ");
    for (var entry : NUMBERS.entrySet()) {
      rest = entry.getKey().matcher(rest).replaceAll(take(entry.getValue(), marks));
    }
    for (var entry : NAMES.entrySet()) {
      rest = entry.getKey().matcher(rest).replaceAll(name(entry.getValue(), marks));
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

  private static Function<MatchResult, String> name(String kind, Set<String> marks) {
    return found -> {
      var whole = found.group(1);
      var grammar = GRAMMAR.matcher(whole);
      var stem = grammar.lookingAt() ? whole.substring(grammar.end()) : whole;
      if (stem.length() < 2 || NO_NAMES.contains(stem)) {
        return java.util.regex.Matcher.quoteReplacement(found.group());
      }
      marks.add(kind + "=" + KIND.matcher(stem).replaceAll(""));
      return whole.substring(0, whole.length() - stem.length()) + " ";
    };
  }

  /**
   * Where a phone was, as words that can be stored and compared: the cells it lies in of four
   * grids, each shifted by half a cell. Positions closer than half a cell share one of them.
   *
   * @param width of a cell in metres
   */
  record Spots(int width) {

    /** The kind of word. */
    static final String KIND = "spot";

    /** Latitude and longitude in degrees (WGS 84), as phones tell them. */
    private static final Pattern POSITION =
        Pattern.compile("(-?\\d{1,2}\\.\\d{1,6}),(-?\\d{1,3}\\.\\d{1,6})");

    private static final double METRES_A_DEGREE = 111_320;

    /** {@code spot=a22193b44590} for each grid of each position in a text. */
    List<String> of(String text) {
      var found = new ArrayList<String>();
      var matcher = POSITION.matcher(text);
      while (matcher.find()) {
        double latitude = Double.parseDouble(matcher.group(1));
        double north = latitude * METRES_A_DEGREE / width;
        // by the whole degree: neighbours must be measured alike
        double shrunk = Math.cos(Math.toRadians(Math.rint(latitude)));
        double east = Double.parseDouble(matcher.group(2)) * METRES_A_DEGREE * shrunk / width;
        for (int grid = 0; grid < 4; grid++) {
          found.add(cell(grid, north + (grid & 1) / 2.0, east + (grid >> 1) / 2.0));
        }
      }
      return found;
    }

    private static String cell(int grid, double north, double east) {
      var cell = (long) Math.floor(north) + "b" + (long) Math.floor(east);
      return KIND + "=" + "acde".charAt(grid) + cell.replace('-', 'm');
    }

    /** A text without positions. */
    String without(String text) {
      return POSITION.matcher(text).replaceAll(" ");
    }
  }
}
