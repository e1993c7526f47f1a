package org.bihuan.house.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.house.Worktree;

/**
 * A document for people.
 *
 * @param path where it lies
 * @param text its source
 */
record Markdown(Path path, String text) {

  /** Folders that hold what was built, what a demo keeps, or deliberately bad examples. */
  private static final Set<String> LEFT_OUT = Set.of("target", "data", "fixtures", "node_modules");

  private static final Pattern CODE =
      Pattern.compile("(?ms)^```.*?^```|``.+?``|`[^`\\n]*`", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)|(?m)^\\[[^]]+]:\\s*(\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|//.*");

  /** Every document of a folder and below, but for what was built. */
  static List<Markdown> under(Path root) {
    var found = new ArrayList<Path>();
    var walk =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = Worktree.name(folder);
            boolean skip = LEFT_OUT.contains(name) || name.startsWith(".");
            return skip && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().map(file -> new Markdown(file, Worktree.read(file))).toList();
  }

  /** Relative links that lead nowhere: no such file, or no such heading in it. */
  List<String> deadLinks() {
    return LINK.matcher(CODE.matcher(text).replaceAll(""))
        .results()
        .map(m -> Objects.requireNonNullElse(m.group(1), m.group(2)))
        .filter(target -> !ELSEWHERE.matcher(target).matches())
        .filter(target -> !resolves(target))
        .map(target -> Worktree.shown(path) + " links to " + target)
        .toList();
  }

  private boolean resolves(String target) {
    var parts = target.split("#", 2);
    var folder = Objects.requireNonNull(path.getParent());
    var file = parts[0].isEmpty() ? path : folder.resolve(parts[0]).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1
        || new Markdown(file, Worktree.read(file)).anchors().contains(parts[1]);
  }

  /** The names under which headings can be linked to. */
  private List<String> anchors() {
    return HEADING.matcher(text).results().map(m -> anchor(m.group(1))).toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
