package org.bihuan.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The working tree that the build looks at; a build always starts at its root. */
public final class Worktree {

  public static final Path ROOT = Path.of("").toAbsolutePath();
  public static final Path MAIN = ROOT.resolve("src/main/java");
  public static final Path TEST = ROOT.resolve("src/test/java");
  public static final Path RESOURCES = ROOT.resolve("src/main/resources");
  public static final Path TEMPLATES = ROOT.resolve("src/main/jte");
  public static final Path FIXTURES = ROOT.resolve("src/test/resources/fixtures");

  private Worktree() {}

  /** Regular files below a folder, in a stable order; none if the folder does not exist. */
  public static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("missing: " + shown(file));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("not readable as UTF-8: " + shown(file), e);
    }
  }

  public static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The path as a person would type it at the root. */
  public static String shown(Path file) {
    return file.startsWith(ROOT) ? ROOT.relativize(file).toString() : file.toString();
  }
}
