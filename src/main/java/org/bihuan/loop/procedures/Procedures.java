package org.bihuan.loop.procedures;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The procedures of this district and the items people choose within them. All are read and proved
 * when this is made; if one is unsound or does not close, making it fails with the reason, and the
 * application does not start.
 */
@Component
@EnableConfigurationProperties(Procedures.Settings.class)
public final class Procedures {

  private final List<Procedure> procedures;
  private final Map<String, Item> items;
  private final Map<Variant, Procedure> variants = new ConcurrentHashMap<>();

  /**
   * Settings under {@code bihuan.procedures}.
   *
   * @param folder holds a district's own procedure files, and its item files in {@code items};
   *     absent means only the shipped ones
   */
  @ConfigurationProperties("bihuan.procedures")
  public record Settings(@Nullable Path folder) {}

  private record Variant(String id, int revision, String item) {}

  @Autowired
  Procedures(Settings settings) {
    this(Shelf.of(settings.folder()));
  }

  private Procedures(Shelf shelf) {
    this.procedures = shelf.procedures();
    this.items = shelf.items();
  }

  /** The shipped procedures alone: for the command line and for tests without a container. */
  public static Procedures shipped() {
    return new Procedures(Shelf.of(null));
  }

  /**
   * Reads a procedure file and checks it in full; whether it closes is for {@link Proof} to say.
   */
  public static Loading<Procedure> read(String file, String yaml) {
    return ProcedureReader.read(file, yaml, ProcedureReader.Care.FULL);
  }

  /** The newest revision; throws {@link IllegalArgumentException} for an unknown id. */
  public Procedure latest(String id) {
    return procedures.stream()
        .filter(procedure -> procedure.id().equals(id))
        .max(Comparator.comparingInt(Procedure::revision))
        .orElseThrow(() -> new IllegalArgumentException("no procedure " + id));
  }

  /** A revision that a running matter began with. */
  public Optional<Procedure> find(String id, int revision) {
    return procedures.stream()
        .filter(procedure -> procedure.id().equals(id) && procedure.revision() == revision)
        .findFirst();
  }

  /** Every revision of every procedure, by id and then revision. */
  public List<Procedure> all() {
    return procedures;
  }

  /** All items in the order of their files. */
  public List<Item> items() {
    return List.copyOf(items.values());
  }

  /** The item with this code. */
  public Optional<Item> item(String code) {
    return Optional.ofNullable(items.get(code));
  }

  /**
   * A procedure as it runs for an item: the item's clocks, and its form joined to the procedure's.
   * Throws {@link IllegalArgumentException} if there is no such procedure or the item is not one of
   * its; check what people send with {@link #item} first.
   */
  public Procedure resolve(String id, int revision, @Nullable String item) {
    if (item == null) {
      return known(id, revision);
    }
    return variants.computeIfAbsent(new Variant(id, revision, item), this::variant);
  }

  private Procedure variant(Variant wanted) {
    var item = items.get(wanted.item());
    if (item == null || !item.procedure().equals(wanted.id())) {
      throw new IllegalArgumentException(wanted.id() + " has no item " + wanted.item());
    }
    return item.changing(known(wanted.id(), wanted.revision()));
  }

  private Procedure known(String id, int revision) {
    return find(id, revision)
        .orElseThrow(
            () -> new IllegalArgumentException("no procedure " + id + " revision " + revision));
  }
}
