package org.bihuan.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;

/**
 * The five floors. Every package is one module named floor.noun, or floor.noun.smaller where a noun
 * was split for its size, and declares what it stands on; arrows point to the same floor or down,
 * and never round in a ring. A package right under a module may instead be a named interface of it:
 * it shares the module's schema and arrows, and others name it when they stand on it. That the code
 * keeps to what is declared is what Spring Modulith verifies.
 */
final class Floors {

  private static final List<String> FROM_BELOW =
      List.of("foundation", "loop", "services", "insight", "portal");

  private final Map<String, List<String>> arrows = new TreeMap<>();
  private final List<String> breaches = new ArrayList<>();

  private Floors() {}

  static List<String> breaches(String base, JavaClasses classes) {
    var floors = new Floors();
    var packages = new TreeSet<String>();
    classes.forEach(type -> packages.add(type.getPackageName()));
    packages.remove(base);
    for (var name : packages) {
      if (isNamedInterface(classes, name)
          && annotation(classes, name.substring(0, name.lastIndexOf('.'))).isPresent()) {
        continue;
      }
      floors.enter(name.substring(base.length() + 1), annotation(classes, name));
    }
    floors.arrows.forEach(floors::checkArrows);
    floors.arrows.keySet().forEach(module -> floors.walk(module, new LinkedHashSet<>()));
    return floors.breaches.stream().distinct().toList();
  }

  private static Optional<ApplicationModule> annotation(JavaClasses classes, String packageName) {
    return classes.stream()
        .filter(type -> type.getName().equals(packageName + ".package-info"))
        .findFirst()
        .filter(type -> type.isAnnotatedWith(ApplicationModule.class))
        .map((JavaClass type) -> type.getAnnotationOfType(ApplicationModule.class));
  }

  private static boolean isNamedInterface(JavaClasses classes, String packageName) {
    return classes.stream()
        .anyMatch(
            type ->
                type.getName().equals(packageName + ".package-info")
                    && type.isAnnotatedWith(NamedInterface.class));
  }

  private void enter(String name, Optional<ApplicationModule> annotated) {
    if (!FROM_BELOW.contains(floor(name)) || !name.matches("\\w+(\\.\\w+){1,2}")) {
      breaches.add(name + " is not a noun on one of the floors " + FROM_BELOW);
      return;
    }
    if (annotated.isEmpty()) {
      breaches.add(name + " is not an @ApplicationModule");
      return;
    }
    var module = annotated.get();
    if (!module.id().equals(name)) {
      breaches.add(name + " calls itself " + module.id());
    }
    var declared =
        Arrays.stream(module.allowedDependencies())
            .map(to -> to.replaceFirst("\\s*::.*", ""))
            .toList();
    if (declared.contains(ApplicationModule.OPEN_TOKEN)) {
      breaches.add(name + " does not declare allowedDependencies");
      return;
    }
    arrows.put(name, declared);
  }

  private void checkArrows(String from, List<String> declared) {
    for (var to : declared) {
      if (!arrows.containsKey(to)) {
        breaches.add(from + " stands on " + to + ", which is not a module");
      } else if (FROM_BELOW.indexOf(floor(to)) > FROM_BELOW.indexOf(floor(from))) {
        breaches.add(from + " points up to " + to);
      }
    }
  }

  private void walk(String module, Set<String> path) {
    if (!path.add(module)) {
      var ring = new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(module), path.size());
      if (ring.stream().sorted().findFirst().orElse(module).equals(module)) {
        breaches.add("ring: " + String.join(" -> ", ring) + " -> " + module);
      }
      return;
    }
    arrows.getOrDefault(module, List.of()).forEach(to -> walk(to, new LinkedHashSet<>(path)));
  }

  private static String floor(String module) {
    return module.replaceFirst("\\..*", "");
  }
}
