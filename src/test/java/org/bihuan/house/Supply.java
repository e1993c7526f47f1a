package org.bihuan.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the house is built on: the direct dependencies of the build file, each of which must stand
 * in docs/dependencies.md with the version that resolves and its licence.
 */
final class Supply {

  private static final Pattern DEPENDENCIES =
      Pattern.compile("\\n {2}<dependencies>(.*?)\\n {2}</dependencies>", Pattern.DOTALL);
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`:]+:[^`]+)` \\|([^|]+)\\|([^|]+)\\|");
  private static final Pattern JAR = Pattern.compile("([^/\\\\]+)[/\\\\]([^/\\\\]+)\\.jar$");

  private static final Pattern LINT = Pattern.compile("-Xlint:([\\w,-]+)");
  private static final Pattern ERROR_PRONE =
      Pattern.compile(
          "-Xep(?:Disable\\w+|ExcludedPaths:[^ <]+|AllErrors\\w+|AllDisabled\\w+|:\\w+:[A-Z]+)");

  private Supply() {}

  /** Rows that are missing, too many, without a licence, or of another version than resolves. */
  static List<String> breaches(String pom, String table, String classPath) {
    var direct = direct(pom);
    var rows = new TreeMap<String, List<String>>();
    ROW.matcher(table)
        .results()
        .forEach(m -> rows.put(m.group(1), List.of(m.group(2).strip(), m.group(3).strip())));
    var found = new ArrayList<String>();
    var versions = versions(direct, classPath);
    for (var name : direct) {
      found.addAll(check(name, rows.get(name), versions.get(name)));
    }
    var gone = new TreeSet<>(rows.keySet());
    gone.removeAll(direct);
    gone.forEach(name -> found.add(name + " is listed and no longer used"));
    return found;
  }

  /** Compiler checks that the build file relaxes and the record of the guards does not explain. */
  static List<String> unexplained(String pom, String record) {
    var relaxed = new ArrayList<String>();
    LINT.matcher(pom)
        .results()
        .flatMap(m -> Arrays.stream(m.group(1).split(",", -1)))
        .filter(one -> one.startsWith("-"))
        .forEach(one -> relaxed.add("-Xlint:" + one));
    ERROR_PRONE.matcher(pom).results().forEach(m -> relaxed.add(m.group()));
    relaxed.removeIf(one -> one.endsWith(":ERROR") || record.contains("`" + one + "`"));
    return relaxed;
  }

  private static List<String> check(
      String name, @Nullable List<String> row, @Nullable String version) {
    if (row == null) {
      return List.of(name + " " + version + " is not listed");
    }
    var found = new ArrayList<String>();
    if (!row.getFirst().equals(version)) {
      found.add(name + " is listed as " + row.getFirst() + " and resolves to " + version);
    }
    if (row.getLast().isEmpty()) {
      found.add(name + " has no licence");
    }
    return found;
  }

  private static Set<String> direct(String pom) {
    var block = DEPENDENCIES.matcher(pom).results().map(m -> m.group(1)).findFirst().orElseThrow();
    return DEPENDENCY
        .matcher(block)
        .results()
        .map(m -> m.group(1) + ":" + m.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folder above a jar in any Maven repository is its version. */
  private static Map<String, String> versions(Set<String> direct, String classPath) {
    var versions = new TreeMap<String, String>();
    for (var entry : classPath.split(java.io.File.pathSeparator, -1)) {
      var jar = JAR.matcher(entry);
      if (jar.find()) {
        direct.stream()
            .filter(name -> jar.group(2).equals(name.replaceFirst(".*:", "") + "-" + jar.group(1)))
            .filter(name -> folders(entry).contains("/" + name.replaceAll("[.:]", "/") + "/"))
            .forEach(name -> versions.put(name, jar.group(1)));
      }
    }
    return versions;
  }

  /** Slashes only, and the dots of artifact ids as slashes too, so that both sides compare. */
  private static String folders(String entry) {
    return Path.of(entry).toString().replace('\\', '/').replace('.', '/');
  }
}
