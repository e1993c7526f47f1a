package org.bihuan.foundation.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every template is given as {@code page}: words and dates in the reader's language, who is
 * signed in, where we are.
 *
 * @param locale Chinese or English
 * @param messages the words of the house
 * @param csrf the hidden field of every form
 * @param reader who is signed in; absent for the public
 * @param path what was asked for, with its query but without language and look
 * @param site what a district changes
 * @param look how the reader wants it to look
 */
public record Page(
    Locale locale,
    MessageSource messages,
    Csrf csrf,
    @Nullable Reader reader,
    String path,
    Site site,
    Look look) {

  private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("y年M月d日");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** The words under this key in the reader's language. */
  public String t(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** A text in the reader's language. */
  public String text(Text text) {
    return text.in(locale);
  }

  /** A day in full: 2026年11月23日, 23 November 2026. */
  public String date(LocalDate day) {
    return day.format(english() ? DAY_EN : DAY_ZH);
  }

  /** The day of an instant on the wall calendar of China. */
  public String day(Instant at) {
    return date(ChinaTime.day(at));
  }

  /** A day and the time of the day, in China. */
  public String moment(Instant at) {
    return day(at) + " " + at.atZone(ChinaTime.ZONE).format(TIME);
  }

  /**
   * The last moment that is in time, from the first that is too late: the whole day where a limit
   * ends at midnight, else the minute.
   */
  public String until(Instant tooLate) {
    var day = ChinaTime.day(tooLate);
    return tooLate.equals(ChinaTime.startOf(day)) ? date(day.minusDays(1)) : moment(tooLate);
  }

  /** The day of the week: 周一, Mon. */
  public String weekday(LocalDate day) {
    return t("frame.weekday." + day.getDayOfWeek().getValue());
  }

  /** For machines: the {@code datetime} attribute of a {@code time} element. */
  public String stamp(Instant at) {
    return at.toString();
  }

  /** The value of the {@code lang} attribute. */
  public String lang() {
    return english() ? "en" : "zh-CN";
  }

  public boolean english() {
    return "en".equals(locale.getLanguage());
  }

  /** The same page in another language, {@code zh} or {@code en}. */
  public String inLanguage(String language) {
    return choosing("lang", language);
  }

  /** The same page with a text of this size; 0 leaves the elder mode. */
  public String inSize(int size) {
    return choosing(Look.SIZE, String.valueOf(size));
  }

  private String choosing(String parameter, String value) {
    return path + (path.contains("?") ? "&" : "?") + parameter + "=" + value;
  }

  /** 长辈版: large text, large targets, one question a page. */
  public boolean elder() {
    return look.elder();
  }

  /** A file of ours, with its fingerprint so that browsers may keep it. */
  public String asset(String file) {
    var print = site.prints().get(file);
    return print == null ? file : file + "?v=" + print;
  }

  /** True if a district has a file of its own for this. */
  public boolean has(String file) {
    return site.prints().containsKey(file);
  }

  /** The hotline as a link dials it. */
  public String dial() {
    return "tel:" + site.hotline().replace("-", "");
  }

  /** True if the reader plays one of these parts; always false for the public. */
  public boolean plays(String... roles) {
    var who = reader;
    return who != null && Set.of(roles).stream().anyMatch(who.roles()::contains);
  }

  /**
   * The token that proves a form is ours, asked for only where a form is drawn: asking opens a
   * session.
   */
  public record Csrf(Supplier<String> parameter, Supplier<String> token) {}

  /**
   * Whoever is signed in.
   *
   * @param name shown in the head of the page
   * @param roles codes of the parts they play
   * @param unit name of their unit; absent where there is none
   */
  public record Reader(String name, Set<String> roles, @Nullable String unit) {

    public Reader {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * What a district changes in settings, not in code.
   *
   * @param district its name
   * @param hotline the number people ring when the page does not help
   * @param prints fingerprints of our own files
   */
  public record Site(Text district, String hotline, Map<String, String> prints) {

    public Site {
      prints = Map.copyOf(prints);
    }
  }
}
