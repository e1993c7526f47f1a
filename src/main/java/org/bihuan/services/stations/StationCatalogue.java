package org.bihuan.services.stations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Page;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What there can be: kinds of stations, facilities, supplies, groups of people, topics of visits.
 * Versioned data with its source, in the file {@code stations/catalogue.yaml}.
 */
@Component
public class StationCatalogue {

  private final File file;

  StationCatalogue() {
    this.file = DataFile.resource("stations/catalogue.yaml").as(File.class);
  }

  /** The file as it is kept. */
  record File(
      int version,
      String source,
      List<Entry> kinds,
      List<Entry> facilities,
      List<Entry> supplies,
      List<Entry> groups,
      List<Entry> topics) {}

  /**
   * One thing there can be.
   *
   * @param code in tables and addresses
   * @param zh its name in Chinese
   * @param en the same in English
   * @param origin national, local or ours
   * @param measure what a supply is counted in; absent for everything else
   * @param urgent true if people may come to harm while it is missing; absent means no
   */
  public record Entry(
      String code,
      String zh,
      String en,
      String origin,
      @Nullable Text measure,
      @Nullable Boolean urgent) {

    public Text name() {
      return new Text(zh, en);
    }

    boolean isUrgent() {
      return Boolean.TRUE.equals(urgent);
    }

    /** What it is counted in; nothing said counts pieces. */
    public Text unit() {
      return Objects.requireNonNullElse(measure, new Text("件", "pieces"));
    }
  }

  public List<Entry> kinds() {
    return file.kinds();
  }

  public List<Entry> facilities() {
    return file.facilities();
  }

  public List<Entry> supplies() {
    return file.supplies();
  }

  public List<Entry> groups() {
    return file.groups();
  }

  public List<Entry> topics() {
    return file.topics();
  }

  /** What has this code in a list. */
  public static Optional<Entry> find(List<Entry> list, String code) {
    return list.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /** Its name; a code nobody knows any more stays as it is. */
  public static Text name(List<Entry> list, String code) {
    return find(list, code).map(Entry::name).orElse(new Text(code, code));
  }

  public Text facility(String code) {
    return name(file.facilities(), code);
  }

  public Text supply(String code) {
    return name(file.supplies(), code);
  }

  public Text kind(String code) {
    return name(file.kinds(), code);
  }

  /** For a select or a list of boxes, in the reader's language. */
  public static Map<String, String> options(List<Entry> list, Page page) {
    var options = new LinkedHashMap<String, String>();
    list.forEach(entry -> options.put(entry.code(), page.text(entry.name())));
    return options;
  }
}
