package org.bihuan.services.grids;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Procedures;
import org.springframework.stereotype.Component;

/**
 * What grid workers may be asked to do, as it is published. A list that names an item nobody knows
 * stops the start.
 */
@Component
public class MatterList {

  private final MatterFile file;
  private final Map<String, Matter> matters = new LinkedHashMap<>();

  MatterList(Procedures procedures) {
    file = DataFile.resource("grids/matters.yaml").as(MatterFile.class);
    for (var matter : file.matters()) {
      if (procedures.item(matter.item()).isEmpty()) {
        throw new IllegalStateException("the list of grid matters names no item " + matter.item());
      }
      matters.put(matter.code(), matter);
    }
  }

  /** On which round something is written. */
  public enum Kind {
    /** To a household. */
    VISIT,
    /** Through the grid. */
    PATROL,
    /** Of something somebody raised or saw. */
    REPORT;

    /** The name used in files, tables and pages. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String code) {
      return List.of(values()).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /**
   * One matter of the list.
   *
   * @param code its name in the file
   * @param kinds on which rounds it is written, by their codes
   * @param item what it becomes when it is passed on
   * @param title for people
   * @param does what the worker does about it
   */
  public record Matter(String code, List<String> kinds, String item, Text title, Text does) {

    public Matter {
      kinds = List.copyOf(kinds);
    }
  }

  /** The file as written. */
  record MatterFile(
      int version, LocalDate from, String source, String origin, List<Matter> matters) {}

  /** Every matter, in the order of the file. */
  public List<Matter> all() {
    return List.copyOf(matters.values());
  }

  /** The matter with this code. */
  public Optional<Matter> find(String code) {
    return Optional.ofNullable(matters.get(code));
  }

  /** Which edition of the list this is. */
  public int version() {
    return file.version();
  }

  /** The first day it holds. */
  public LocalDate from() {
    return file.from();
  }

  /** Where it comes from. */
  public String source() {
    return file.source();
  }
}
