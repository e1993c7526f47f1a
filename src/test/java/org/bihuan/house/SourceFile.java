package org.bihuan.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java file as the compiler's own parser reads it. Parsed, not attributed: names are what is
 * written, types are not resolved.
 *
 * @param path where it lies
 * @param text its content
 * @param unit its syntax tree
 * @param docs gives positions and Javadoc
 */
record SourceFile(Path path, String text, CompilationUnitTree unit, DocTrees docs) {

  /** Every Java file below a folder. */
  static List<SourceFile> under(Path folder) {
    return parse(Worktree.files(folder, ".java"));
  }

  /** Bad examples kept as text, so that no other check trips over them. */
  static List<SourceFile> fixtures(String folder) {
    return parse(Worktree.files(Worktree.FIXTURES.resolve(folder), ".java.txt"));
  }

  private static List<SourceFile> parse(List<Path> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var inputs = paths.stream().map(Input::new).toList();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, inputs);
    var docs = DocTrees.instance(task);
    try {
      var parsed = new ArrayList<SourceFile>();
      for (var unit : task.parse()) {
        var uri = unit.getSourceFile().toUri();
        inputs.stream()
            .filter(input -> input.toUri().equals(uri))
            .forEach(input -> parsed.add(new SourceFile(input.path, input.text, unit, docs)));
      }
      return List.copyOf(parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  String fileName() {
    return Worktree.name(path).replace(".txt", "");
  }

  String simpleName() {
    return fileName().replace(".java", "");
  }

  boolean isPackageInfo() {
    return fileName().equals("package-info.java");
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** The line a syntax tree starts at. */
  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(docs.getSourcePositions().getStartPosition(unit, tree));
  }

  /** How many lines a syntax tree spans; zero if the compiler made it up. */
  int length(Tree tree) {
    var positions = docs.getSourcePositions();
    var end = positions.getEndPosition(unit, tree);
    if (end < 0) {
      return 0;
    }
    return (int) (unit.getLineMap().getLineNumber(end) - line(tree) + 1);
  }

  /** Where something is, in the form editors jump to. */
  String at(Tree tree) {
    return Worktree.shown(path) + ":" + line(tree);
  }

  /** The text of a file, under a name the compiler accepts. */
  static final class Input extends SimpleJavaFileObject {
    private final Path path;
    private final String text;

    Input(Path path) {
      super(
          URI.create("string:///" + key(path) + "/" + Worktree.name(path).replace(".txt", "")),
          Kind.SOURCE);
      this.path = path;
      this.text = Worktree.read(path);
    }

    private static String key(Path path) {
      return Integer.toHexString(path.toString().hashCode());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
