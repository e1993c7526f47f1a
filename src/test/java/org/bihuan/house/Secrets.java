package org.bihuan.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys and tokens that have no business in a repository. */
final class Secrets {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "data", ".idea", "node_modules");
  private static final long LARGEST = 2_000_000;

  private static final Map<String, Pattern> KINDS =
      Map.of(
          "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          "a cloud key", Pattern.compile("\\b(?:AKIA|LTAI)[0-9A-Za-z]{16,20}\\b"),
          "a forge token",
              Pattern.compile("\\b(?:gh[pousr]_|glpat-|github_pat_)[A-Za-z0-9_-]{20,}"),
          "a chat token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          "a signed token",
              Pattern.compile(
                  "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
          "a password",
              Pattern.compile(
                  "(?i)\\b(?:password|secret|api[_-]?key|token)\\b[\"']?\\s*[:=]\\s*[\"'][A-Za-z0-9+/_-]{20,}={0,2}[\"']"));

  private Secrets() {}

  /** Where something that looks like a secret stands; the secret itself is not repeated. */
  static List<String> in(Path root) {
    var found = new ArrayList<String>();
    try {
      Files.walkFileTree(root, new Walk(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static List<String> kinds(String text) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<String> found;

    private Walk(List<String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(Worktree.name(folder))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && attributes.size() < LARGEST) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        kinds(text).forEach(kind -> found.add(Worktree.shown(file) + " holds " + kind));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
