package org.bihuan.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * How long and how wide code may grow, in physical lines and in counts. The length of a method is
 * the lines of its body, between the braces: how the formatter wraps a signature says how wide the
 * method is, and width has budgets of its own.
 *
 * @param file lines of a file
 * @param fileP95 lines of the file that only one in twenty exceeds; zero asks nothing
 * @param method lines between the braces of a method
 * @param methodP95 lines of the method that only one in twenty exceeds; zero asks nothing
 */
record Budgets(int file, int fileP95, int method, int methodP95) {

  static final Budgets PRODUCT = new Budgets(300, 200, 30, 15);
  static final Budgets TESTS = new Budgets(300, 0, 40, 0);

  private static final int FIXTURES = 150;
  private static final int PARAMETERS = 5;
  private static final int COLLABORATORS = 6;
  private static final int COMPONENTS = 11;
  private static final int FILES_IN_PACKAGE = 25;
  private static final int SHOWN = 10;

  private record Measured(String what, int size, int budget, String where) {
    boolean isOver() {
      return size > budget;
    }

    @Override
    public String toString() {
      return "%s %d > %d  %s".formatted(what, size, budget, where);
    }
  }

  /** One line per breach, the worst of each kind first. */
  List<String> breaches(List<SourceFile> sources) {
    var files = files(sources);
    var methods = new ArrayList<Measured>();
    var widths = new ArrayList<Measured>();
    sources.forEach(
        source -> new Members(source, method, methods, widths).scan(source.unit(), null));
    var breaches = new ArrayList<String>();
    breaches.addAll(over(files));
    breaches.addAll(over(methods));
    breaches.addAll(over(widths));
    breaches.addAll(over(packages(sources)));
    breaches.addAll(tail("file lines, 95 of 100", files, fileP95));
    breaches.addAll(tail("method lines, 95 of 100", methods, methodP95));
    return breaches;
  }

  private List<Measured> files(List<SourceFile> sources) {
    return sources.stream()
        .map(
            source ->
                new Measured(
                    "file lines",
                    source.lines(),
                    source.simpleName().endsWith("Fixtures") ? FIXTURES : file,
                    Worktree.shown(source.path())))
        .toList();
  }

  private static List<Measured> packages(List<SourceFile> sources) {
    return sources.stream()
        .filter(source -> !source.simpleName().equals("package-info"))
        .collect(Collectors.groupingBy(SourceFile::packageName, Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            e ->
                new Measured(
                    "files in package", e.getValue().intValue(), FILES_IN_PACKAGE, e.getKey()))
        .toList();
  }

  private static List<String> over(List<Measured> all) {
    return all.stream()
        .filter(Measured::isOver)
        .sorted(Comparator.comparingInt(Measured::size).reversed())
        .map(Measured::toString)
        .toList();
  }

  private static List<String> tail(String what, List<Measured> all, int budget) {
    if (budget == 0 || all.isEmpty()) {
      return List.of();
    }
    var longest = all.stream().sorted(Comparator.comparingInt(Measured::size).reversed()).toList();
    int rank = (int) Math.ceil(all.size() * 0.95);
    int p95 = longest.get(all.size() - rank).size();
    if (p95 <= budget) {
      return List.of();
    }
    var worst =
        longest.stream()
            .limit(SHOWN)
            .map(m -> m.size() + " " + m.where())
            .collect(Collectors.joining("\n    "));
    return List.of("%s: %d > %d, the longest are\n    %s".formatted(what, p95, budget, worst));
  }

  private static final class Members extends TreeScanner<Void, ClassTree> {
    private final SourceFile source;
    private final int methodBudget;
    private final List<Measured> methods;
    private final List<Measured> widths;

    private Members(
        SourceFile source, int methodBudget, List<Measured> methods, List<Measured> widths) {
      this.source = source;
      this.methodBudget = methodBudget;
      this.methods = methods;
      this.widths = widths;
    }

    @Override
    public Void visitClass(ClassTree type, ClassTree outer) {
      if (type.getKind() == Kind.RECORD) {
        var components =
            type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
        widths.add(
            measured(
                "record components", (int) components, COMPONENTS, type, type.getSimpleName()));
      }
      return super.visitClass(type, type);
    }

    @Override
    public Void visitMethod(MethodTree tree, ClassTree owner) {
      var name = owner.getSimpleName() + "." + tree.getName();
      if (tree.getBody() != null) {
        int lines = between(tree.getBody());
        methods.add(measured("method lines", lines, methodBudget, tree, name));
      }
      var constructs = tree.getName().contentEquals("<init>");
      var what = constructs ? "constructor parameters" : "parameters";
      widths.add(measured(what, tree.getParameters().size(), width(constructs, owner), tree, name));
      return super.visitMethod(tree, owner);
    }

    private int between(Tree body) {
      return Math.max(0, source.length(body) - 2);
    }

    private static int width(boolean constructs, ClassTree owner) {
      if (!constructs) {
        return PARAMETERS;
      }
      return owner.getKind() == Kind.RECORD ? COMPONENTS : COLLABORATORS;
    }

    private Measured measured(String what, int size, int budget, Tree tree, CharSequence name) {
      return new Measured(what, size, budget, name + " " + source.at(tree));
    }
  }
}
