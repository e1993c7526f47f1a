package org.bihuan.house.words;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The glossary docs/language.md.
 *
 * @param terms one per concept: Chinese, English, names in code
 * @param names every code name it knows, plain technique included
 */
record Glossary(List<Term> terms, Set<String> names) {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|-][^|]*) \\| ([^|]+) \\| ([^|]+) \\|[^|]*\\|$");
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)`");

  /**
   * One concept.
   *
   * @param zh as the counter says it
   * @param en as an English reader says it
   * @param code as the code says it
   */
  record Term(String zh, String en, String code) {}

  static Glossary of(String text) {
    var terms =
        ROW.matcher(text)
            .results()
            .map(m -> new Term(m.group(1).strip(), m.group(2).strip(), m.group(3).strip()))
            .filter(term -> !term.en().equals("English"))
            .toList();
    var names =
        NAME.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toUnmodifiableSet());
    return new Glossary(terms, names);
  }

  /** Public top-level types it does not know, and terms it has twice. */
  List<String> breaches(Iterable<JavaClass> classes) {
    var found = new ArrayList<String>();
    for (var type : classes) {
      var isDoor = type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
      if (isDoor && !names.contains(type.getSimpleName())) {
        found.add(type.getName() + " is not in docs/language.md");
      }
    }
    found.addAll(twice("zh", terms.stream().map(Term::zh).toList()));
    found.addAll(twice("en", terms.stream().map(Term::en).toList()));
    found.addAll(
        twice("code", terms.stream().flatMap(term -> named(term.code()).stream()).toList()));
    found.sort(null);
    return found;
  }

  /** Names it still has of types that are gone. */
  List<String> stale(Iterable<JavaClass> classes) {
    var there = new HashSet<String>();
    classes.forEach(type -> there.add(type.getSimpleName()));
    return names.stream()
        .filter(name -> !there.contains(name))
        .sorted()
        .map(name -> "docs/language.md names " + name + ", which is no type")
        .toList();
  }

  private static List<String> named(String code) {
    return NAME.matcher(code).results().map(m -> m.group(1)).toList();
  }

  private static List<String> twice(String tongue, List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(word -> word, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> entry.getKey() + " stands for more than one concept (" + tongue + ")")
        .toList();
  }
}
