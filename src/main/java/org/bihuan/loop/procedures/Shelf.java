package org.bihuan.loop.procedures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.loop.procedures.ProcedureReader.Care;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All procedure and item files this district uses, read and proved: the shipped ones, and beside
 * them those of the district's own folder.
 *
 * @param procedures by id and revision
 * @param items by code, in the order of the files
 */
record Shelf(List<Procedure> procedures, Map<String, Item> items) {

  /** Reads and proves everything; throws {@link IllegalStateException} saying what is wrong. */
  static Shelf of(@Nullable Path folder) {
    var procedures = new ArrayList<Procedure>();
    var items = new LinkedHashMap<String, Item>();
    addShipped(procedures, items);
    if (folder != null) {
      addOwn(folder, procedures, items);
    }
    procedures.sort(Comparator.comparing(Procedure::id).thenComparingInt(Procedure::revision));
    var shelf = new Shelf(List.copyOf(procedures), Collections.unmodifiableMap(items));
    shelf.checkItems();
    shelf.checkProcedures();
    return shelf;
  }

  private static void addShipped(List<Procedure> procedures, Map<String, Item> items) {
    for (var file : files("classpath*:procedures/*.yaml")) {
      procedures.add(sound(ProcedureReader.read(name(file), text(file), Care.SHIPPED)));
    }
    for (var file : files("classpath*:items/*.yaml")) {
      add(items, name(file), sound(ProcedureReader.readItems(name(file), text(file))));
    }
  }

  private static void addOwn(Path folder, List<Procedure> procedures, Map<String, Item> items) {
    var at = folder.toUri();
    for (var file : files(at + "*.yaml")) {
      var own = sound(ProcedureReader.read(name(file), text(file), Care.FULL));
      checkNewest(name(file), own, procedures);
      procedures.add(own);
    }
    for (var file : files(at + "items/*.yaml")) {
      sound(ProcedureReader.readItems(name(file), text(file)))
          .forEach(item -> items.put(item.code(), item));
    }
  }

  private static void checkNewest(String file, Procedure own, List<Procedure> procedures) {
    for (var known : procedures) {
      if (known.id().equals(own.id()) && known.revision() >= own.revision()) {
        throw new IllegalStateException(
            "%s: revision: '%s' has revision %d already; give a higher one"
                .formatted(file, own.id(), known.revision()));
      }
    }
  }

  private static void add(Map<String, Item> items, String file, List<Item> further) {
    for (var item : further) {
      if (items.put(item.code(), item) != null) {
        throw new IllegalStateException(file + ": the item '" + item.code() + "' is there twice");
      }
    }
  }

  private static <T> T sound(Loading<T> loading) {
    return switch (loading) {
      case Loading.Loaded<T>(var value) -> value;
      case Loading.Rejected<T> rejected -> throw new IllegalStateException(rejected.lines());
    };
  }

  private static List<Resource> files(String pattern) {
    try {
      var found = new PathMatchingResourcePatternResolver().getResources(pattern);
      return List.of(found).stream().sorted(Comparator.comparing(Shelf::name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + pattern, e);
    }
  }

  private static String name(Resource file) {
    return String.valueOf(file.getFilename());
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Items must fit the newest revision; running matters on older ones keep what they know. */
  private void checkItems() {
    var newest =
        procedures.stream()
            .collect(
                Collectors.toMap(
                    Procedure::id, p -> p, (older, newer) -> newer, LinkedHashMap::new));
    var faults = new Faults("items");
    items.values().forEach(item -> References.ofItem(item, newest.get(item.procedure()), faults));
    if (faults.or(items) instanceof Loading.Rejected<?> rejected) {
      throw new IllegalStateException(rejected.lines());
    }
  }

  private void checkProcedures() {
    var ids = new HashSet<String>();
    var letters = new HashMap<String, String>();
    for (var procedure : procedures) {
      checkLetter(procedure, letters);
      if (!ids.add(procedure.id() + "@" + procedure.revision())) {
        throw new IllegalStateException(
            "'%s' revision %d is there twice".formatted(procedure.id(), procedure.revision()));
      }
      prove(procedure);
    }
  }

  private static void checkLetter(Procedure procedure, Map<String, String> letters) {
    var other = letters.putIfAbsent(procedure.letter(), procedure.id());
    if (other != null && !other.equals(procedure.id())) {
      throw new IllegalStateException(
          "'%s' and '%s' both number their cases with %s"
              .formatted(other, procedure.id(), procedure.letter()));
    }
  }

  private void prove(Procedure procedure) {
    if (Proof.of(procedure, List.copyOf(items.values())) instanceof Proof.Breaks breaks) {
      throw new IllegalStateException(
          "the procedure '%s' does not close:%n%s"
              .formatted(
                  procedure.id(),
                  breaks.counterexamples().stream()
                      .map(Proof.Counterexample::toString)
                      .collect(Collectors.joining("\n"))));
    }
  }
}
