package org.bihuan.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Rules that only the source can answer: in byte code a {@code finally} looks like a broad catch,
 * and imports, comments and Javadoc are gone.
 */
final class SourceRules {

  private static final Set<String> BROAD =
      Set.of("Exception", "Throwable", "RuntimeException", "Error");

  private static final Pattern BANNED_IMPORT =
      Pattern.compile(
          "(javax|jakarta)\\.persistence\\..*|lombok\\..*|java\\.util\\.Date|java\\.util\\.logging\\..*"
              + "|org\\.junit\\.(Test|Before|After|Assert|Rule|Ignore|runner\\..*|runners\\..*)"
              + "|junit\\..*|org\\.mockito\\..*|org\\.springframework\\.test\\.context\\.bean\\.override\\..*");

  // in pieces, so that the guard does not find itself
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

  private static final Pattern SENTENCE =
      Pattern.compile("^[\\p{Lu}\\p{IsHan}\\d{“\"‘<@].*?[.!?。！？](\\s|$).*", Pattern.DOTALL);

  private SourceRules() {}

  /** A catch that swallows what nobody thought of. Pages may: they turn it into an answer. */
  static List<String> broadCatches(List<SourceFile> sources) {
    return caught(
        sources.stream().filter(source -> !source.packageName().contains(".portal.")).toList(),
        (source, tree) ->
            types(tree).stream().anyMatch(BROAD::contains)
                ? "catches " + String.join(" | ", types(tree))
                : "");
  }

  static List<String> emptyCatches(List<SourceFile> sources) {
    return caught(
        sources,
        (source, tree) ->
            tree.getBlock().getStatements().isEmpty() ? "catches and does nothing" : "");
  }

  static List<String> bannedImports(List<SourceFile> sources) {
    return visited(
        sources,
        (source, found) ->
            new TreePathScanner<Void, Void>() {
              @Override
              public Void visitImport(ImportTree tree, Void none) {
                var name = tree.getQualifiedIdentifier().toString();
                var stamp =
                    name.equals("java.sql.Timestamp") && !source.simpleName().endsWith("Sql");
                if (stamp || BANNED_IMPORT.matcher(name).matches()) {
                  found.add(source.at(tree) + " imports " + name);
                }
                return null;
              }
            }.scan(source.unit(), null));
  }

  /** Work left for later is an issue, not a comment. */
  static List<String> unfinished(List<SourceFile> sources) {
    var found = new ArrayList<String>();
    for (var source : sources) {
      var lines = source.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (UNFINISHED.matcher(lines.get(i)).find()) {
          found.add(Worktree.shown(source.path()) + ":" + (i + 1) + " leaves work for later");
        }
      }
    }
    return found;
  }

  /** Test methods whose name is not a sentence about behaviour. */
  static List<String> wordlessTests(List<SourceFile> sources) {
    return visited(
        sources,
        (source, found) ->
            new TreePathScanner<Void, Void>() {
              @Override
              public Void visitMethod(MethodTree tree, Void none) {
                var name = tree.getName().toString();
                var isTest =
                    tree.getModifiers().getAnnotations().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().endsWith("Test"));
                if (isTest && !name.matches("(?!test|should)[a-z][a-zA-Z0-9]{2,}")) {
                  found.add(source.at(tree) + " " + name + " is no sentence about behaviour");
                }
                return super.visitMethod(tree, null);
              }
            }.scan(source.unit(), null));
  }

  /** Public types, nested ones too, whose Javadoc is missing or does not start with a sentence. */
  static List<String> unspoken(List<SourceFile> sources) {
    return visited(
        sources, (source, found) -> new PublicTypes(source, found).scan(source.unit(), null));
  }

  /** Package texts that are missing, wordless, or do not say what null means. */
  static List<String> silentPackages(List<SourceFile> sources) {
    var found = new ArrayList<String>();
    sources.stream()
        .map(SourceFile::packageName)
        .distinct()
        .filter(
            name ->
                sources.stream().noneMatch(s -> s.isPackageInfo() && s.packageName().equals(name)))
        .forEach(name -> found.add(name + " has no package-info.java"));
    sources.stream()
        .filter(SourceFile::isPackageInfo)
        .forEach(source -> found.addAll(packageText(source)));
    return found;
  }

  private static List<String> packageText(SourceFile source) {
    var found = new ArrayList<String>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitPackage(com.sun.source.tree.PackageTree tree, Void none) {
        var doc = source.docs().getDocComment(getCurrentPath());
        if (doc == null || !SENTENCE.matcher(doc.strip()).matches()) {
          found.add(source.packageName() + " has no package text");
        }
        if (tree.getAnnotations().stream().noneMatch(a -> a.toString().contains("NullMarked"))) {
          found.add(source.packageName() + " is not @NullMarked");
        }
        return null;
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static List<String> types(CatchTree tree) {
    var type = tree.getParameter().getType();
    List<? extends Tree> all =
        type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    return all.stream().map(one -> one.toString().replaceFirst("^java\\.lang\\.", "")).toList();
  }

  private interface CatchRule {
    String says(SourceFile source, CatchTree tree);
  }

  private static List<String> caught(List<SourceFile> sources, CatchRule rule) {
    return visited(
        sources,
        (source, found) ->
            new TreePathScanner<Void, Void>() {
              @Override
              public Void visitCatch(CatchTree tree, Void none) {
                var says = rule.says(source, tree);
                if (!says.isEmpty()) {
                  found.add(source.at(tree) + " " + says);
                }
                return super.visitCatch(tree, null);
              }
            }.scan(source.unit(), null));
  }

  private static List<String> visited(
      List<SourceFile> sources, BiConsumer<SourceFile, List<String>> visit) {
    var found = new ArrayList<String>();
    sources.forEach(source -> visit.accept(source, found));
    return found;
  }

  private static final class PublicTypes extends TreePathScanner<Void, Void> {
    private final SourceFile source;
    private final List<String> found;

    private PublicTypes(SourceFile source, List<String> found) {
      this.source = source;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      if (!isPublic(type)) {
        return null;
      }
      var doc = source.docs().getDocComment(getCurrentPath());
      if (doc == null || !SENTENCE.matcher(doc.strip()).matches()) {
        found.add(source.at(type) + " " + type.getSimpleName() + " does not say what it means");
      }
      type.getMembers().stream().filter(ClassTree.class::isInstance).forEach(m -> scan(m, null));
      return null;
    }

    private boolean isPublic(ClassTree type) {
      if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        return true;
      }
      var parent = getCurrentPath().getParentPath().getLeaf();
      return !(parent instanceof CompilationUnitTree) && parent.getKind() == Tree.Kind.INTERFACE;
    }
  }
}
